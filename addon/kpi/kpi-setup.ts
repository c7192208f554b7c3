import { InputError } from '../../core/input-error.ts'
import { tabFinder, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { listSurveys } from '../survey/surveys.ts'
import { connection } from '../workspace/connection.ts'
import { isHourly } from './hourly-refresh.ts'
import { type KpiSettings, keptKpiSheet } from './kpi-sheet.ts'

export type KpiSetup = { sheets: string[]; surveys: string[]; settings: KpiSettings; built: boolean; hourly: boolean }

/** What the form begins with. Surveys are offered where the spreadsheet has a workspace. */
export function kpiSetup(): KpiSetup {
  const find = tabFinder()
  const kept = keptKpiSheet()
  const surveys = surveyTitles(kept?.survey)
  const named = (kind: 'customers' | 'orders') => find(kind)?.getName() ?? ''
  const proposal = { customers: named('customers'), orders: named('orders'), survey: surveys[0] ?? '' }
  return {
    sheets: visibleHeaders().map(({ name }) => name),
    surveys,
    settings: kept ? { customers: kept.customers, orders: kept.orders, survey: kept.survey } : proposal,
    built: kept !== undefined,
    hourly: isHourly(),
  }
}

/** The workspace's surveys; while it cannot be reached, the one that the sheet shows already. */
function surveyTitles(shown: string | undefined): string[] {
  if (!connection()) return []
  try {
    return listSurveys().map(({ title }) => title)
  } catch (error) {
    if (!(error instanceof InputError && error.code === 'backendAway')) throw error
    return shown ? [shown] : []
  }
}
