import { type KpiPlan, plannedKpis, proposedTiles } from '../../core/kpi/kpi-plan.ts'
import { languageOf } from '../../core/messages/messages.ts'
import { connection } from '../workspace/connection.ts'

/** A plan with what it leaves out as proposed: what the spreadsheet has something to say about, in its own language. */
export function completePlan(given: Partial<KpiPlan>): KpiPlan {
  const known = { orders: !!given.orders, survey: !!given.survey, workspace: connection() !== undefined }
  return plannedKpis(given, {
    ...{ survey: '', surveyTitle: '', tiles: proposedTiles(known), tables: ['tier', 'owner', 'month'] },
    ...{ period: 'YEAR_TO_DAY', trend: '', mode: 'values' },
    language: languageOf(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale()),
  })
}
