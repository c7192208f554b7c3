import { kpiOrigin } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut, KpiFigure } from '../../core/kpi/kpi-figure.ts'
import { goalFigures } from '../goals/goal-figures.ts'
import { statisticFigures } from '../own-statistics/statistic-figures.ts'
import type { WantedKpi } from './current-figures.ts'
import { ownCuts } from './wanted-figures.ts'

/** Figures, by which versions of own statistics they were counted, and why some are missing. */
export type OtherFigures = { figures: KpiFigure[]; definitions: KpiDefinition[]; problems: string[] }
/** The version of a statistic of one's own, in words. */
export type KpiDefinition = { kpi: string; version: number; says: string }

/** What goals and own statistics say of those wanted. @throws InputError as `goalFigures` does. */
export function otherFigures(wanted: readonly WantedKpi[]): OtherFigures {
  const goals = wanted.filter(({ kpi, by }) => kpiOrigin(kpi) === 'goals' && by === '').map(idOf)
  const own = wanted.filter(({ kpi }) => kpiOrigin(kpi) === 'statistic')
  const grouped = own.length > 0 ? ownCuts() : new Map<string, KpiCut>()
  // The whole and its own groups are counted in one.
  const both = new Set(own.filter(({ kpi, by }) => by !== '' && by === grouped.get(kpi)).map(({ kpi }) => kpi))
  const rest = own.filter(({ kpi, by }) => !(both.has(kpi) && (by === '' || by === grouped.get(kpi))))
  const counted = [...new Set(rest.map(({ by }) => by))].map((cut) => {
    const ids = rest.filter(({ by }) => by === cut).map(idOf)
    return statisticFigures(ids, cut)
  })
  if (both.size > 0) counted.push(statisticFigures([...both].map((kpi) => idOf({ kpi }))))
  return {
    figures: [...(goals.length > 0 ? goalFigures(goals) : []), ...counted.flatMap(({ figures }) => figures)],
    definitions: [
      ...new Map(counted.flatMap(({ definitions }) => definitions.map((each) => [each.kpi, each] as const))).values(),
    ],
    problems: counted.flatMap(({ problems }) => problems),
  }
}

function idOf({ kpi }: Pick<WantedKpi, 'kpi'>): string {
  return kpi.slice(kpi.indexOf(':') + 1)
}
