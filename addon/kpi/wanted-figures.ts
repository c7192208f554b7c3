import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import { type KpiPlan, wantedKpis } from '../../core/kpi/kpi-plan.ts'
import { cutOf } from '../../core/own-statistics/statistic-kpis.ts'
import { readStatistics } from '../own-statistics/statistics-tab.ts'
import type { WantedKpi } from './current-figures.ts'

/** All figures that a plan shows, statistics of one's own by what they are grouped by. */
export function wantedFigures(plan: Pick<KpiPlan, 'tiles' | 'tables'>): WantedKpi[] {
  return wantedKpis(plan, plan.tiles.some((kpi) => kpi.startsWith('own:')) ? ownCuts() : new Map())
}

/** What each statistic of one's own is grouped by, of those that are, by `own:` and its id. */
export function ownCuts(): Map<string, KpiCut> {
  return new Map(
    readStatistics().statistics.flatMap(({ id, versions: [{ definition }] }): [string, KpiCut][] =>
      definition?.group ? [[`own:${id}`, cutOf(definition.group)]] : [],
    ),
  )
}
