import vm from 'node:vm'

/** A script's global functions, as a spreadsheet calls them. */
export type Script = { sandbox: vm.Context; call: (name: string, ...args: unknown[]) => unknown }

/** Runs a script with just what scoring formulas may ask of Apps Script: a spreadsheet in UTC with English labels. */
export function openScript(code: string): Script {
  const spreadsheet = { getSpreadsheetTimeZone: () => 'Etc/UTC', getSpreadsheetLocale: () => 'en_US' }
  const sandbox = vm.createContext({
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet },
    Utilities: { formatDate: (date: Date) => date.toISOString().slice(0, 19) },
  })
  vm.runInContext(code, sandbox)
  return { sandbox, call: (name, ...args) => sandbox[name](...args) }
}
