import { setHourly } from '../kpi/hourly-refresh.ts'
import { type KpiSetup, kpiSetup as setUpKpi } from '../kpi/kpi-setup.ts'
import {
  type BuiltKpiSheet,
  buildKpiSheet as build,
  type KpiSettings,
  refreshKpiSheet as refresh,
} from '../kpi/kpi-sheet.ts'
import { inWords } from '../user-language.ts'

/** What the KPI form begins with. */
export function kpiSetup(): KpiSetup {
  return inWords(setUpKpi)
}

/** Builds the KPI sheet. */
export function buildKpiSheet(settings: KpiSettings): BuiltKpiSheet {
  return inWords(() => build(settings))
}

/** Brings the KPI sheet up to date. */
export function refreshKpiSheet(): BuiltKpiSheet {
  return inWords(refresh)
}

/** What the hourly trigger runs. */
export function refreshKpiSheetOnTime(): void {
  inWords(refresh)
}

/** Starts or ends the hourly refresh. */
export function setKpiSheetHourly(on: boolean): boolean {
  return inWords(() => setHourly(on))
}
