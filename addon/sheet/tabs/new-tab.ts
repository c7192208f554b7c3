/** Makes a tab of that name, with a number after it where there is one already. @param at Its place, counted from 0. */
export function newTab(name: string, at?: number): GoogleAppsScript.Spreadsheet.Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName()))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`
  return at === undefined ? spreadsheet.insertSheet(free) : spreadsheet.insertSheet(free, at)
}
