import type { Mode, RealmOps, WorkbookRequest } from './ops.ts'

type Op = keyof RealmOps

/** onOpen runs without authorisation, and so does what a script does at global scope then. */
const inMenu: Op[] = ['Ui.addToUi', 'Session.getActiveUserLocale', 'Session.getScriptTimeZone', 'console']

/** A cell may read, fetch and cache; it knows no person and changes nothing. */
const inFunction: Op[] = [
  'SpreadsheetApp.getActive',
  'PropertiesService.getProperties',
  'CacheService.getAll',
  'CacheService.putAll',
  'CacheService.removeAll',
  'UrlFetchApp.fetchAll',
  'Session.getScriptTimeZone',
  'console',
]

/** The sentence with which Apps Script refuses a call in this kind of run, or undefined where it allows it. */
export function refusal(mode: Mode, op: Op, params: string): string | undefined {
  if (mode === 'full' || op.startsWith('Utilities.')) return undefined
  if (!(mode === 'menu' ? inMenu : inFunction).includes(op)) return `You do not have permission to call ${op}.`
  return op === 'SpreadsheetApp.getActive' ? workbookRefusal((JSON.parse(params) as WorkbookRequest).method) : undefined
}

/** While a cell is being calculated no other cell can be waited for. */
function workbookRefusal(method: WorkbookRequest['method']): string | undefined {
  if (method === 'workbook') return undefined
  const reads: WorkbookRequest['method'][] = [
    'values',
    'displayValues',
    'find',
    'formulas',
    'numberFormats',
    'selection',
    'charts',
    'metadata',
    'notes',
    'validations',
    'protections',
  ]
  if (reads.includes(method)) return `Workbench: reading ${method} within a custom function is not emulated`
  return `You do not have permission to call ${method} from a custom function.`
}
