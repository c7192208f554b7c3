import { InputError } from '../../core/input-error.ts'
import { tabFinder, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { listSurveys } from '../survey/surveys.ts'
import { connection } from '../workspace/connection.ts'
import { isHourly } from './hourly-refresh.ts'
import { type KpiSettings, keptKpiSheet } from './kpi-sheet.ts'

type NamedSurvey = { id: string; title: string }
export type KpiSetup = {
  sheets: string[]
  surveys: NamedSurvey[]
  settings: KpiSettings
  built: boolean
  hourly: boolean
}

/** What the form begins with. Surveys are offered where the spreadsheet has a workspace. */
export function kpiSetup(): KpiSetup {
  const find = tabFinder()
  const kept = keptKpiSheet()
  const surveys = namedSurveys(kept)
  const survey = surveys.find(({ id, title }) => (kept ? id === kept.survey || title === kept.survey : true))
  const shown = { survey: survey?.id ?? '', surveyTitle: survey?.title ?? '' }
  const named = (kind: 'customers' | 'orders') => find(kind)?.getName() ?? ''
  const proposal = { customers: named('customers'), orders: named('orders'), ...shown }
  return {
    sheets: visibleHeaders().map(({ name }) => name),
    surveys,
    settings: kept ? { customers: kept.customers, orders: kept.orders, ...shown } : proposal,
    built: kept !== undefined,
    hourly: isHourly(),
  }
}

/** The workspace's surveys; while it cannot be reached, the one that the sheet shows already. */
function namedSurveys(shown: KpiSettings | undefined): NamedSurvey[] {
  if (!connection()) return []
  try {
    return listSurveys().map(({ surveyId: id, title }) => ({ id, title }))
  } catch (error) {
    if (!(error instanceof InputError && error.code === 'backendAway')) throw error
    return shown?.survey ? [{ id: shown.survey, title: shown.surveyTitle ?? shown.survey }] : []
  }
}
