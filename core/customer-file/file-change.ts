import type { Cells, PlainCell } from './customer-table.ts'

/** One cell of a customer's row, or a whole row: added where `before` is missing, removed where `after` is. */
export type FileChange = CellChange | RowChange
export type CellChange = { id: string; key: string; before: PlainCell; after: PlainCell }
type RowChange = { id: string; before?: Cells; after?: Cells }

/** What takes changes back, last first. */
export function inverseChanges(changes: readonly FileChange[]): FileChange[] {
  return [...changes].reverse().map((change) => {
    if ('key' in change) return { ...change, before: change.after, after: change.before }
    const { id, before, after } = change
    return { id, ...(after && { before: after }), ...(before && { after: before }) }
  })
}
