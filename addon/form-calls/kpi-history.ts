import type { KpiCut } from '../../core/kpi/kpi-figure.ts'
import { type KpiHistory, readHistory } from '../kpi/history/read-history.ts'
import { type KpiProof, type ProvableKpi, provableKpis as provable, proveKpi as prove } from '../kpi/prove/prove-kpi.ts'
import { inWords } from '../user-language.ts'

/** What the KPI history keeps of whole figures, or by a cut. */
export function kpiHistory(by: KpiCut | ''): KpiHistory {
  return inWords(() => readHistory(by))
}

/** The tiles of the KPI sheet. */
export function provableKpis(): ProvableKpi[] {
  return inWords(provable)
}

/** A tile counted anew, beside what the sheet shows. */
export function proveKpi(kpi: string): KpiProof {
  return inWords(() => prove(kpi))
}
