import { idKey } from '../tabs/id-key.ts'
import { newIds } from '../tabs/new-ids.ts'
import type { Match } from './customer-index.ts'
import type { Cells, Column, CustomerTable, PlainCell } from './customer-table.ts'
import { claims, importAims } from './import-aims.ts'
import type { ImportSource, UnreadableCell } from './imported-rows.ts'
import { keptApart } from './kept-apart.ts'
import { sameFact } from './same-fact.ts'

const FIRST_ID = 'C0001'

export type ChangedCell = { key: string; before: PlainCell; after: PlainCell }
type AddedRow = { row: number; id: string; cells: Cells }
type ChangedRow = { row: number; id: string; cells: ChangedCell[] }
export type Rejection =
  | { code: 'noName' }
  | { code: 'sameRow' | 'sameCustomer'; rows: number[] }
  | { code: 'fitsTwo' | 'disagree'; customers: string[] }
  | { code: 'withoutId'; fileRow: number }
  | UnreadableCell
type RejectedRow = { row: number; reason: Rejection }

/** Row numbers are those that the person sees. */
export type ImportPlan = { added: AddedRow[]; changed: ChangedRow[]; unchanged: number[]; rejected: RejectedRow[] }

/**
 * What an import would do to the customer file; nothing is decided about cells that are filled already.
 *
 * A row belongs to the customer whose chosen key it has, else to the one whose id it has; with neither it is one that is
 * there already where a customer that no other row speaks of has all its cells, else a new one. Blank cells say nothing.
 * Rows that speak of one customer are all rejected, but for a row that says the same as another; so the order of rows
 * decides nothing but the new ids.
 *
 * @param file The whole file, with the columns that the import fills.
 * @param match Which key counts before the id.
 */
export function importPlan(file: CustomerTable, source: ImportSource, match: Match): ImportPlan {
  const plan: ImportPlan = { added: [], changed: [], unchanged: [], rejected: [] }
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
    if (fileRow !== undefined) {
      const changed = changedCells(file, fileRow, cells)
      if (idOf(fileRow) === '') reject(row, { code: 'withoutId', fileRow: fileRow + 2 })
      else if (changed.length === 0) plan.unchanged.push(row)
      else plan.changed.push({ row, id: idOf(fileRow), cells: changed })
    } else if (cells.customer === undefined && cells.customerId === undefined) reject(row, { code: 'noName' })
    else if (isKeyless && isThere(cells)) plan.unchanged.push(row)
    else plan.added.push({ row, id: wanted(cells)[0] ?? next(), cells: withoutId(cells) })
  }
  plan.rejected.sort((a, b) => a.row - b.row)
  return plan
}

function changedCells(file: CustomerTable, fileRow: number, cells: Cells): ChangedCell[] {
  const changed: ChangedCell[] = []
  for (const key in cells) {
    if (key === 'customerId') continue
    const after = cells[key] as PlainCell
    const at = file.columns.findIndex((column) => column.key === key)
    const column: Column = file.columns[at] ?? { key, type: undefined }
    const before = file.rows[fileRow]?.[at] ?? ''
    if (!sameFact(column, before, after)) changed.push({ key, before, after })
  }
  return changed
}

/** Tells whether a customer that no keyed row speaks of has all of a row's cells. */
function contentFinder(file: CustomerTable, isClaimed: ReadonlySet<number>): (cells: Cells) => boolean {
  const nameAt = file.columns.findIndex(({ key }) => key === 'customer')
  const byName = new Map<string, number[]>()
  file.rows.forEach((row, at) => {
    const name = String(row[nameAt] ?? '').trim()
    if (isClaimed.has(at) || name === '') return
    const list = byName.get(name)
    if (list) list.push(at)
    else byName.set(name, [at])
  })
  return (cells) =>
    (byName.get(String(cells.customer).trim()) ?? []).some((at) => changedCells(file, at, cells).length === 0)
}

function wanted({ customerId }: Cells): string[] {
  return customerId === undefined || idKey(String(customerId)) === '' ? [] : [String(customerId).trim()]
}

function withoutId({ customerId: _, ...cells }: Cells): Cells {
  return cells
}
