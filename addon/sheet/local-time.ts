/** An instant, as the backend writes it, in the spreadsheet's time zone: `2026-03-31 08:00`. */
export function localTime(instant: string): string {
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()
  return Utilities.formatDate(new Date(instant), zone, 'yyyy-MM-dd HH:mm')
}
