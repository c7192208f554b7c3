import { InputError } from '../../core/input-error.ts'
import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { tabFinder, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { listSurveys } from '../survey/surveys.ts'
import { connection } from '../workspace/connection.ts'
import { type HourlyState, hourlyState } from './hourly-refresh.ts'
import { keptSheet } from './kept-plan.ts'
import { otherKpis } from './other-kpis.ts'
import { completePlan } from './proposed-plan.ts'

type NamedSurvey = { id: string; title: string }
export type KpiSetup = {
  sheets: string[]
  surveys: NamedSurvey[]
  settings: KpiPlan
  built: boolean
  hourly: HourlyState
  hasWorkspace: boolean
  /** Goals and statistics of one's own that a tile can show. */
  others: { kpi: string; label: string }[]
  /** E-mail addresses of those who can open the spreadsheet; undefined where Google does not tell this person. */
  seenBy: { editors: string[]; viewers: string[] } | undefined
}

/** What the form begins with. Surveys are offered where the spreadsheet has a workspace. */
export function kpiSetup(): KpiSetup {
  const kept = keptSheet()
  const plan = kept?.plan
  const surveys = namedSurveys(plan)
  const survey = surveys.find(({ id, title }) => (plan ? id === plan.survey || title === plan.survey : true))
  const shown = { survey: survey?.id ?? '', surveyTitle: survey?.title ?? '' }
  return {
    sheets: visibleHeaders().map(({ name }) => name),
    surveys,
    settings: completePlan({ ...(plan ?? proposedTabs()), ...shown }),
    built: kept !== undefined,
    hourly: hourlyState(kept?.refresher),
    hasWorkspace: connection() !== undefined,
    others: otherKpis(),
    seenBy: seenBy(),
  }
}

function proposedTabs(): Pick<KpiPlan, 'customers' | 'orders'> {
  const find = tabFinder()
  return { customers: find('customers')?.getName() ?? '', orders: find('orders')?.getName() ?? '' }
}

function seenBy(): KpiSetup['seenBy'] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const addresses = (users: GoogleAppsScript.Base.User[]) => users.map((user) => user.getEmail()).filter(Boolean)
  try {
    return { editors: addresses(spreadsheet.getEditors()), viewers: addresses(spreadsheet.getViewers()) }
  } catch {
    return undefined
  }
}

/** The workspace's surveys; while it cannot be reached, the one that the sheet shows already. */
function namedSurveys(shown: Partial<KpiPlan> | undefined): NamedSurvey[] {
  if (!connection()) return []
  try {
    return listSurveys().map(({ surveyId: id, title }) => ({ id, title }))
  } catch (error) {
    if (!(error instanceof InputError && error.code === 'backendAway')) throw error
    return shown?.survey ? [{ id: shown.survey, title: shown.surveyTitle ?? shown.survey }] : []
  }
}
