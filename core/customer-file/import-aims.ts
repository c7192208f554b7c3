import { customerIndex, type Match, matchKey } from './customer-index.ts'
import type { Cells, CustomerTable } from './customer-table.ts'
import type { Rejection } from './import-plan.ts'
import { type ImportedRow, type ImportSource, importedRows } from './imported-rows.ts'

/** Where a row of the import goes: a row of the file, a new customer, or, without any key, one of either by content. */
type ImportAim = { imported: ImportedRow; fileRow: number | undefined; isKeyless: boolean }

/** Where each row of an import goes, by its keys; rows that cannot go anywhere, or whose key cannot be read, are rejected. */
export function importAims(
  file: CustomerTable,
  source: ImportSource,
  match: Match,
  reject: (row: number, reason: Rejection) => void,
): ImportAim[] {
  const { fits } = customerIndex(file)
  const idAt = file.columns.findIndex(({ key }) => key === 'customerId')
  const names = (rows: readonly number[]) =>
    rows.map((row) => String(file.rows[row]?.[idAt] ?? '').trim() || `#${row + 2}`)
  return importedRows(source).flatMap((imported) => {
    const { row, cells, unreadable } = imported
    const key = unreadable.find((cell) => cell.key === match)
    const byId = cells.customerId === undefined ? [] : fits('customerId', cells.customerId)
    const chosen = cells[match] === undefined ? [] : fits(match, cells[match])
    const both = chosen.filter((each) => byId.includes(each))
    const found = both.length > 0 ? both : chosen.length > 0 ? chosen : byId
    if (key && cells.customerId === undefined) reject(row, key)
    else if (found.length > 1) reject(row, { code: 'fitsTwo', customers: names(found) })
    else if (both.length === 0 && chosen.length > 0 && byId.length > 0) {
      reject(row, { code: 'disagree', customers: names([...byId, ...chosen]) })
    } else {
      const isKeyless = matchKey(match, cells) === undefined && cells.customerId === undefined
      return [{ imported, fileRow: found[0], isKeyless }]
    }
    return []
  })
}

/** What no two rows of an import may have in common. */
export function claims(cells: Cells, fileRow: number | undefined, match: Match): string[] {
  const id = matchKey('customerId', cells)
  const key = matchKey(match, cells)
  return [
    ...(fileRow === undefined ? [] : [`row ${fileRow}`]),
    ...(id === undefined ? [] : [`customerId ${id}`]),
    ...(key === undefined || match === 'customerId' ? [] : [`${match} ${key}`]),
    ...(id === undefined && key === undefined ? [`content ${JSON.stringify(Object.entries(cells).sort())}`] : []),
  ]
}
