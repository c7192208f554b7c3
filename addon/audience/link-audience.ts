import { InputError } from '../../core/input-error.ts'
import { endTrigger } from '../kpi/hourly-refresh.ts'
import { forgetAudiencePlan } from '../kpi/kept-plan.ts'
import type { BuiltKpiSheet } from '../kpi/kpi-sheet.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { callApi } from '../workspace/api.ts'
import { connection } from '../workspace/connection.ts'
import { buildAudienceSheet } from './audience-sheet.ts'
import { type AudienceKey, keepAudience } from './linked-audience.ts'

/**
 * Links this spreadsheet to the audience of a one-time code and draws its KPI sheet.
 *
 * @throws InputError `hasWorkspace` in a team's own spreadsheet; Refusal where the code is not good.
 */
export function linkToAudience(code: string, operationId: string): BuiltKpiSheet {
  const own = connection()
  if (own) throw new InputError('hasWorkspace', { name: own.name })
  return oneAtATime(() => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
    const spreadsheetId = spreadsheet.getId()
    const { workspaceId, audienceId, kind, name, documentKey } = callApi<AudienceKey>({
      method: 'post',
      path: '/v1/audience-codes/redeem',
      body: { code, spreadsheetId, spreadsheetTitle: spreadsheet.getName().slice(0, 300) },
      operationId,
    })
    keepAudience({ workspaceId, audienceId, kind, name, spreadsheetId, documentKey })
    return buildAudienceSheet()
  })
}

/** Forgets the key; what stands on the sheet stays, and is refreshed no more. */
export function unlinkFromAudience(): void {
  oneAtATime(() => {
    endTrigger()
    forgetAudiencePlan()
    keepAudience(undefined)
  })
}
