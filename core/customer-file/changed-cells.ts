import type { Cells, Column, CustomerTable, PlainCell } from './customer-table.ts'
import { sameFact } from './same-fact.ts'

export type ChangedCell = { key: string; before: PlainCell; after: PlainCell }

/** The cells of a row of an import in which its customer, a row of the file, has something else. */
export function changedCells(file: CustomerTable, fileRow: number, cells: Cells): ChangedCell[] {
  const changed: ChangedCell[] = []
  for (const key in cells) {
    if (key === 'customerId') continue
    const after = cells[key] as PlainCell
    const [column, before] = cellAt(file, fileRow, key)
    if (!sameFact(column, before, after)) changed.push({ key, before, after })
  }
  return changed
}

/** A cell of the file with its column. */
export function cellAt({ columns, rows }: CustomerTable, row: number, key: string): [Column, PlainCell] {
  const at = columns.findIndex((column) => column.key === key)
  return [columns[at] ?? { key, type: undefined }, rows[row]?.[at] ?? '']
}

/** Tells whether a customer that no keyed row speaks of has all of a row's cells. */
export function contentFinder(file: CustomerTable, isClaimed: ReadonlySet<number>): (cells: Cells) => boolean {
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
