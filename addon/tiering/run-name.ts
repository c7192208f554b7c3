import { nowTime } from '../sheet/now.ts'

/** What a run is called where nothing else names it: its time, to the millisecond. */
export function runName(): string {
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()
  return Utilities.formatDate(nowTime(), zone, 'yyyyMMdd-HHmmss.SSS')
}
