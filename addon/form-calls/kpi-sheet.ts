import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { type HourlyState, setHourly } from '../kpi/hourly-refresh.ts'
import { type KpiSetup, kpiSetup as setUpKpi } from '../kpi/kpi-setup.ts'
import { type BuiltKpiSheet, buildKpiSheet as build, refreshKpiSheet as refresh } from '../kpi/kpi-sheet.ts'
import { refreshOnTime } from '../kpi/refresh-on-time.ts'
import { inWords } from '../user-language.ts'

/** What the KPI form begins with. */
export function kpiSetup(): KpiSetup {
  return inWords(setUpKpi)
}

/** Builds the KPI sheet. */
export function buildKpiSheet(plan: Partial<KpiPlan>): BuiltKpiSheet {
  return inWords(() => build(plan))
}

/** Brings the KPI sheet up to date. */
export function refreshKpiSheet(): BuiltKpiSheet {
  return inWords(refresh)
}

/** What the hourly trigger runs. */
export function refreshKpiSheetOnTime(event?: { triggerUid?: string }): void {
  inWords(() => refreshOnTime(event?.triggerUid ?? ''))
}

/** Starts the hourly refresh by the person at work, or ends it. */
export function setKpiSheetHourly(on: boolean): HourlyState {
  return inWords(() => setHourly(on))
}
