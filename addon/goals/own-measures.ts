import { type Pooling, poolingOf } from '../../core/goals/pooled-figure.ts'
import type { KpiCut, KpiUnit } from '../../core/kpi/kpi-figure.ts'
import type { BareFigure } from '../../core/kpi/sheet-figures.ts'
import type { Definition } from '../../core/own-statistics/statistic.ts'
import { statisticFigures } from '../own-statistics/statistic-figures.ts'
import { readStatistics } from '../own-statistics/statistics-tab.ts'
import type { OfferedMeasure } from './goal-measures.ts'

const PREFIX = 'own:'

export function isOwn(measure: string): boolean {
  return measure.startsWith(PREFIX)
}

/** The team's own statistics as measures. They say themselves over which days they count. */
export function ownMeasures(): OfferedMeasure[] {
  return kept().map(({ id, name, definition }) => {
    const unit: KpiUnit = definition.measure.kind === 'share' ? 'share' : 'count'
    const direction = definition.target?.direction ?? 0
    return { id: PREFIX + id, label: name, unit, direction, adds: false, cuts: ['tier', 'owner', 'segment'] }
  })
}

/** How any measure is put together from groups. */
export function measurePooling(measure: string): Pooling {
  if (!isOwn(measure)) return poolingOf(measure)
  const kind = kept().find(({ id }) => PREFIX + id === measure)?.definition.measure.kind
  if (kind === 'count' || kind === 'sum') return 'sum'
  return kind === 'share' || kind === 'mean' ? 'weigh' : 'apart'
}

/** What a statistic is now, as a whole or by a cut; a sentence where it can't be told. */
export function ownFigures(measure: string, by: KpiCut | ''): BareFigure[] | { problem: string } {
  const { figures, problems } = statisticFigures([measure.slice(PREFIX.length)], by)
  return figures.length === 0 && problems.length > 0 ? { problem: problems.join(' ') } : figures
}

function kept(): { id: string; name: string; definition: Definition }[] {
  return readStatistics().statistics.flatMap(({ id, versions: [{ name, definition }] }) =>
    definition ? [{ id, name, definition }] : [],
  )
}
