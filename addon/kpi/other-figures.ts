import { kpiOrigin } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'
import { goalFigures } from '../goals/goal-figures.ts'
import { statisticFigures } from '../own-statistics/statistic-figures.ts'
import type { WantedKpi } from './current-figures.ts'

/** Figures, by which versions of own statistics they were counted, and why some are missing. */
export type OtherFigures = { figures: KpiFigure[]; definitions: KpiDefinition[]; problems: string[] }
/** The version of a statistic of one's own, in words. */
export type KpiDefinition = { kpi: string; version: number; says: string }

/** What goals and own statistics say of those wanted. @throws InputError as `goalFigures` does. */
export function otherFigures(wanted: readonly WantedKpi[]): OtherFigures {
  const goals = wanted.filter(({ kpi, by }) => kpiOrigin(kpi) === 'goals' && by === '').map(idOf)
  const own = wanted.filter(({ kpi }) => kpiOrigin(kpi) === 'statistic')
  const cuts = [...new Set(own.map(({ by }) => by))]
  const counted = cuts.map((cut) => {
    const ids = own.filter(({ by }) => by === cut).map(idOf)
    return statisticFigures(ids, cut)
  })
  return {
    figures: [...(goals.length > 0 ? goalFigures(goals) : []), ...counted.flatMap(({ figures }) => figures)],
    definitions: [
      ...new Map(counted.flatMap(({ definitions }) => definitions.map((each) => [each.kpi, each] as const))).values(),
    ],
    problems: counted.flatMap(({ problems }) => problems),
  }
}

function idOf({ kpi }: WantedKpi): string {
  return kpi.slice(kpi.indexOf(':') + 1)
}
