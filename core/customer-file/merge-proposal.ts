import type { CustomerTable, PlainCell } from './customer-table.ts'
import { sameCell } from './same-cell.ts'

/** A column in which two customers differ: their cells, and whose to keep. */
type MergeValue = { key: string; cells: readonly [PlainCell, PlainCell]; from: 0 | 1 }
export type MergeProposal = { values: MergeValue[]; same: string[] }

/** Which of two rows is the older customer: the one that was created first, else the one that stands first. */
export function olderCustomer({ columns, rows }: CustomerTable, a: number, b: number): number {
  const at = columns.findIndex(({ key }) => key === 'created')
  const [one, other] = [String(rows[a]?.[at] ?? ''), String(rows[b]?.[at] ?? '')]
  if (one !== '' && other !== '' && one !== other) return one < other ? a : b
  return Math.min(a, b)
}

/**
 * What to keep where two customers become one: the value of the one that stays, unless it has none.
 *
 * @param keep The row that stays: the first of each pair of cells.
 * @returns Without the id, and without columns that are blank in both; `same` are those that say the same.
 */
export function mergeProposal({ columns, rows }: CustomerTable, keep: number, gone: number): MergeProposal {
  const proposal: MergeProposal = { values: [], same: [] }
  columns.forEach((column, at) => {
    const cells = [rows[keep]?.[at] ?? '', rows[gone]?.[at] ?? ''] as const
    if (column.key === 'customerId' || cells.every((cell) => cell === '')) return
    if (sameCell(column, ...cells)) proposal.same.push(column.key)
    else proposal.values.push({ key: column.key, cells, from: cells[0] === '' ? 1 : 0 })
  })
  return proposal
}
