import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import { type KpiHistory, readHistory } from '../kpi/history/read-history.ts'
import { inWords } from '../user-language.ts'

/** What the KPI history keeps of whole figures, or by a cut. */
export function kpiHistory(by: KpiCut | ''): KpiHistory {
  return inWords(() => readHistory(by))
}
