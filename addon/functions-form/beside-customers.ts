import { lookAlikes } from '../../core/customers/look-alikes.ts'
import { InputError } from '../../core/input-error.ts'
import { isDate } from '../formulas/reading/cell.ts'
import { columnLetters } from '../sheet/column-letters.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { boundTab, fieldCells, requiredField } from '../sheet/tabs/bound-tab.ts'
import { formulaText } from '../sheet/writing/formula-text.ts'
import { answer } from './answer.ts'
import { formulaOf, type GivenCall } from './given-call.ts'

export type BesideCustomers = { cell: string; header: string; found: number; customers: number }

/**
 * Adds a column to the customer tab that looks each customer up in a function's result, by its id.
 *
 * Its one formula stands in the row of headings, so that sorting and inserting rows leave it where it is. A column that
 * this added before under the same heading is made anew.
 *
 * @param call Of a function whose result has one row per customer, with its header row.
 * @param place The column of the result to show, from 1.
 * @throws InputError `missingSheet`, `missingColumn`; `lookupAlike` where a lookup could take one customer for another.
 */
export function besideCustomers(call: GivenCall, tab: string, place: number): BesideCustomers {
  const sheet = sheetNamed(tab)
  const customerTab = boundTab('customers', sheet)
  const idColumn = requiredField(customerTab, 'customerId')
  const [labels = [], ...rows] = answer(call)
  refuseAlike(rows.map(([id]) => customerIdIn(id)))
  const header = String(labels[place - 1] ?? '')
  const at = columnBefore(sheet, header, customerTab.header) ?? customerTab.header.length + 1
  if (at > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1)
  const dates = rows.some((row) => isDate(row[place - 1]))
  sheet.getRange(1, at, Math.max(2, sheet.getMaxRows()), 1).setNumberFormat(dates ? 'yyyy-mm-dd' : 'General')
  const first = sheet.getRange(1, at)
  first.setFormula(lookup(columnLetters(idColumn + 1), header, formulaOf(call, tab), place))
  const customers = fieldCells(customerTab, 'customerId').filter((id) => customerIdIn(id))
  const keys = new Set(rows.map(([id]) => key(id)))
  const found = customers.filter((id) => keys.has(key(id))).length
  return { cell: `${tab}!${first.getA1Notation()}`, header, found, customers: customers.length }
}

/**
 * The heading in the formula's own row, and beside each id its value; nothing for an id that is not in the result.
 *
 * Nothing, not "": cells with "" all the way down would count as the tab's last rows.
 */
function lookup(id: string, header: string, result: string, place: number): string {
  const ids = `${id}1:${id}`
  const found = `IFNA(VLOOKUP(${ids}, ${result}, ${place}, FALSE), )`
  return `=ARRAYFORMULA(IF(ROW(${ids}) = ROW(${id}1), ${formulaText(header)}, IF(${ids} = "", , ${found})))`
}

/** What a lookup compares: a text is not its number, and capitals are small letters. */
function key(id: unknown): unknown {
  return typeof id === 'string' ? id.toLowerCase() : id
}

function refuseAlike(ids: string[]): void {
  const pair = lookAlikes(ids).find(({ id, other }) => id.toLowerCase() === other.toLowerCase())
  if (pair) throw new InputError('lookupAlike', pair)
}

/** The column that this wrote under a heading before, from 1. */
function columnBefore(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  header: string,
  headers: string[],
): number | undefined {
  const at = headers.indexOf(header) + 1
  if (at === 0) return undefined
  return sheet.getRange(1, at).getFormula().startsWith('=ARRAYFORMULA(IF(ROW(') ? at : undefined
}
