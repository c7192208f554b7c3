import { isRefresher } from './hourly-refresh.ts'
import { refreshKpiSheet } from './kpi-sheet.ts'

/**
 * What the hourly trigger does: where its owner does not refresh the sheet any more, or there is no sheet, it ends
 * itself and writes nothing. What goes wrong stands on the sheet, and is thrown so that Google's own list of runs has it.
 *
 * @param trigger The id of the trigger that runs.
 */
export function refreshOnTime(trigger: string): void {
  if (isRefresher(trigger)) refreshKpiSheet()
}
