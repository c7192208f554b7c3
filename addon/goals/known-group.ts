import { catalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'
import type { GoalSource } from './goal-source.ts'
import { isOwn, measurePooling } from './own-measures.ts'

/** Whether a measure is a number of cases: a group that nothing happened in has 0, and no row. */
export function isCounted(measure: string): boolean {
  return isOwn(measure) ? measurePooling(measure) === 'sum' : catalogueKpi(measure)?.unit === 'count'
}

/** Whether the customer file has a tier, segment or owner, or the tab of staff somebody, of that name. */
export function isKnownGroup(by: KpiCut | '', group: string, source: GoalSource): boolean {
  if (by !== 'tier' && by !== 'owner' && by !== 'segment') return false
  if (source.find('customers') && source.tables.file[by].includes(group)) return true
  const staff = by === 'owner' ? findTab('staff', source.find) : undefined
  return staff?.rows.some((row) => rowReader(staff).text(row, 'name') === group) ?? false
}
