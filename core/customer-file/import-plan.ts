import { idKey } from '../tabs/id-key.ts'
import { newIds } from '../tabs/new-ids.ts'
import { type ChangedCell, cellAt, changedCells, contentFinder } from './changed-cells.ts'
import type { Match } from './customer-index.ts'
import type { Cells, CustomerTable } from './customer-table.ts'
import { claims, importAims } from './import-aims.ts'
import type { ImportedRow, ImportSource, UnreadableCell } from './imported-rows.ts'
import { keptApart } from './kept-apart.ts'
import { sameCell } from './same-cell.ts'

const FIRST_ID = 'C0001'

type AddedRow = { row: number; id: string; cells: Cells }
type ChangedRow = { row: number; id: string; cells: ChangedCell[] }
export type Rejection =
  | { code: 'noName' }
  | { code: 'sameRow' | 'sameCustomer'; rows: number[] }
  | { code: 'fitsTwo' | 'disagree'; customers: string[] }
  | { code: 'withoutId'; fileRow: number }
  | UnreadableCell
type RejectedRow = { row: number; reason: Rejection }

/** The cells of a row that are left out, as they cannot be read; `isNew` where it brings a customer. */
type LeftRow = { row: number; id: string; isNew: boolean; cells: UnreadableCell[] }

/** Row numbers are those that the person sees; a row of `left` is also one of the first three. */
export type ImportPlan = {
  added: AddedRow[]
  changed: ChangedRow[]
  unchanged: number[]
  rejected: RejectedRow[]
  left: LeftRow[]
}

/**
 * What an import would do to the customer file; nothing is decided about cells that are filled already.
 *
 * A row belongs to the customer whose chosen key it has, else to the one whose id it has; with neither it is one that is
 * there already where a customer that no other row speaks of has all its cells, else a new one. Blank cells say nothing,
 * nor do those that cannot be read, unless the customer is found by it: then the row is rejected.
 * Rows that speak of one customer are all rejected, but for a row that says the same as another; so the order of rows
 * decides nothing but the new ids.
 *
 * @param file The whole file, with the columns that the import fills.
 * @param match Which key counts before the id.
 */
export function importPlan(file: CustomerTable, source: ImportSource, match: Match): ImportPlan {
  const plan: ImportPlan = { added: [], changed: [], unchanged: [], rejected: [], left: [] }
  const reject = (row: number, reason: Rejection) => plan.rejected.push({ row, reason })
  const aims = importAims(file, source, match, reject)
  const idAt = file.columns.findIndex(({ key }) => key === 'customerId')
  const idOf = (fileRow: number) => String(file.rows[fileRow]?.[idAt] ?? '').trim()
  const kept = keptApart(aims, ({ imported, fileRow }) => claims(imported.cells, fileRow, match), reject)
  const isClaimed = new Set(kept.flatMap(({ fileRow }) => fileRow ?? []))
  const isThere = contentFinder(file, isClaimed)
  const used = [...file.rows.map((_, at) => idOf(at)), ...aims.flatMap(({ imported }) => wanted(imported.cells))]
  const next = newIds(used, FIRST_ID)
  for (const { imported, fileRow, isKeyless } of kept) {
    const { row, cells } = imported
    const known = fileRow === undefined ? undefined : idOf(fileRow)
    if (fileRow !== undefined && known === '') reject(row, { code: 'withoutId', fileRow: fileRow + 2 })
    else if (fileRow !== undefined) planKnown(plan, file, fileRow, known as string, imported)
    else if (cells.customer === undefined && cells.customerId === undefined) reject(row, { code: 'noName' })
    else if (isKeyless && isThere(cells)) {
      plan.unchanged.push(row)
      leave(plan, imported, { id: '', isNew: false })
    } else {
      const id = wanted(cells)[0] ?? next()
      plan.added.push({ row, id, cells: withoutId(cells) })
      leave(plan, imported, { id, isNew: true })
    }
  }
  plan.rejected.sort((a, b) => a.row - b.row)
  return plan
}

function planKnown(plan: ImportPlan, file: CustomerTable, fileRow: number, id: string, imported: ImportedRow): void {
  const { row, cells, unreadable } = imported
  const changed = changedCells(file, fileRow, cells)
  if (changed.length === 0) plan.unchanged.push(row)
  else plan.changed.push({ row, id, cells: changed })
  const isThere = ({ key, text }: UnreadableCell) => sameCell(...cellAt(file, fileRow, key), text)
  leave(plan, { ...imported, unreadable: unreadable.filter((cell) => !isThere(cell)) }, { id, isNew: false })
}

function leave(plan: ImportPlan, { row, unreadable }: ImportedRow, whose: Pick<LeftRow, 'id' | 'isNew'>): void {
  if (unreadable.length > 0) plan.left.push({ row, ...whose, cells: unreadable })
}

function wanted({ customerId }: Cells): string[] {
  return customerId === undefined || idKey(String(customerId)) === '' ? [] : [String(customerId).trim()]
}

function withoutId({ customerId: _, ...cells }: Cells): Cells {
  return cells
}
