import { addsUp, type GoalMeasure } from '../../core/goals/goal-measure.ts'
import { type KpiId, kpiCatalogue } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import type { Messages } from '../../core/messages/messages.ts'

/** A measure as forms choose it. */
export type OfferedMeasure = GoalMeasure & { id: string; label: string; cuts: readonly KpiCut[] }

/** What goals can be measured by: every KPI of the catalogue. */
export function goalMeasures(words: Messages): OfferedMeasure[] {
  return (Object.keys(kpiCatalogue) as KpiId[]).map((id) => {
    const { unit, direction, cuts } = kpiCatalogue[id]
    return { id, label: words.kpis[id], unit, direction, cuts, adds: addsUp(id) }
  })
}
