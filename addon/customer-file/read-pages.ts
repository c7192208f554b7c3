import { ownHeader, type PlainCell } from '../../core/customer-file/customer-table.ts'
import { InputError } from '../../core/input-error.ts'
import { type CellValue, sheetNamed } from '../sheet/reading/table.ts'
import { headerOf, requiredField, requiredHeader, type TabHeader } from '../sheet/tabs/bound-tab.ts'
import { plainCells } from './plain-cells.ts'

/** Some rows of a tab, and where the next ones begin; null after the last. */
export type RowsPage = { done: number; total: number; next: number | null; rows: PlainCell[][]; order: string }

const PAGE = 10_000

/**
 * A page of the customer tab's rows.
 *
 * `order` tells pages that were read before and after a sort apart.
 *
 * @param keys The columns to give, by field or `column:` and header: they are found anew, since people move columns.
 * @throws InputError `missingTab`, `missingColumn`.
 */
export function customerPage(from: number, keys: string[]): RowsPage {
  const tab = requiredHeader('customers')
  const positions = positionsOf(tab, keys)
  const page = rowsPage(tab.sheet, tab.header.length, from)
  return { ...page, rows: page.rows.map((row) => positions.map((at) => row[at] ?? '')), order: orderOf(tab) }
}

/** A page of any tab's rows under its header, all columns. `order` is the header, one heading a line. */
export function sourcePage(sheetName: string, from: number): RowsPage {
  const sheet = sheetNamed(sheetName)
  return { ...rowsPage(sheet, sheet.getLastColumn(), from), order: headerOf(sheet).join('\n') }
}

function rowsPage(sheet: GoogleAppsScript.Spreadsheet.Sheet, width: number, from: number) {
  const total = Math.max(0, sheet.getLastRow() - 1)
  const count = Math.min(PAGE, total - from)
  const plain = plainCells()
  const rows = count > 0 && width > 0 ? (sheet.getRange(from + 2, 1, count, width).getValues() as CellValue[][]) : []
  const done = Math.min(total, from + PAGE)
  return { done, total, next: done < total ? done : null, rows: rows.map((row) => row.map(plain)) }
}

function positionsOf(tab: TabHeader, keys: readonly string[]): number[] {
  const fields = new Set(Object.values(tab.at))
  return keys.map((key) => {
    const own = ownHeader(key)
    if (own === undefined) return requiredField(tab, key)
    const position = tab.header.findIndex((text, at) => text === own && !fields.has(at))
    if (position < 0) throw new InputError('missingColumn', { table: tab.name, column: own })
    return position
  })
}

/** A number that changes when rows change places. */
function orderOf(tab: TabHeader): string {
  const rows = tab.sheet.getLastRow() - 1
  if (rows < 1) return '0'
  const ids = tab.sheet.getRange(2, requiredField(tab, 'customerId') + 1, rows, 1).getValues()
  let hash = rows
  for (const [id] of ids) {
    const text = String(id)
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
    hash = (Math.imul(hash, 31) + 7) | 0
  }
  return String(hash)
}
