import type { Cells, Column, CustomerTable, PlainCell } from './customer-table.ts'
import type { CellChange, FileChange } from './file-change.ts'
import { sameCell } from './same-cell.ts'

export type ChangeSteps = {
  /** Cells to write, by the row's position from 0. */
  cells: { row: number; key: string; value: PlainCell }[]
  added: { id: string; cells: Cells }[]
  /** Positions of the rows to remove, ascending. */
  removed: number[]
  /** How many changes are made already. */
  made: number
  /** What is not as the change would have it, and so is left as it is. */
  left: LeftChange[]
}
export type LeftChange = { id: string; key: string; why: 'changed' | 'gone' | 'taken' }

/**
 * What to do to a customer file so that changes are made; changes that are made already ask for nothing, so that making
 * them twice does no more than once.
 *
 * A cell is written only where it holds what the change says was before, a row removed only where it is as it was, and
 * added only where its id is free: what a person did since is left alone and reported.
 *
 * @param filled Columns that formulas or Tiersheet fill: what a change does not say of them counts as no change of the row.
 */
export function changeSteps(
  file: CustomerTable,
  changes: readonly FileChange[],
  filled: ReadonlySet<string> = new Set(),
): ChangeSteps {
  const steps: ChangeSteps = { cells: [], added: [], removed: [], made: 0, left: [] }
  const seen = new Set<string>()
  const isNew = (id: string, key: string) => seen.size < seen.add(JSON.stringify([id, key])).size
  const at = new Map(file.columns.map(({ key }, position) => [key, position]))
  const rowOf = rowsById(file, at.get('customerId'))
  const cellOf = (row: number, key: string) => file.rows[row]?.[at.get(key) ?? -1] ?? ''
  const column = (key: string): Column => file.columns[at.get(key) ?? -1] ?? { key, type: undefined }

  const setCell = ({ id, key, before, after }: CellChange) => {
    if (!isNew(id, key)) return
    const row = rowOf.get(id)
    if (row === undefined) return void steps.left.push({ id, key, why: 'gone' })
    const now = cellOf(row, key)
    if (sameCell(column(key), now, after)) steps.made++
    else if (sameCell(column(key), now, before)) steps.cells.push({ row, key, value: after })
    else steps.left.push({ id, key, why: 'changed' })
  }
  const holds = (row: number, cells: Cells) =>
    file.columns.every(({ key }) => {
      const expected = cells[key]
      if (key === 'customerId' || (expected === undefined && filled.has(key))) return true
      return sameCell(column(key), cellOf(row, key), expected ?? '')
    })
  const setRow = (id: string, before: Cells | undefined, after: Cells | undefined) => {
    if (!isNew(id, '')) return
    const row = rowOf.get(id)
    if (after && row === undefined) steps.added.push({ id, cells: after })
    else if (after) {
      if (holds(row as number, after)) steps.made++
      else steps.left.push({ id, key: '', why: 'taken' })
    } else if (row === undefined) steps.made++
    else if (holds(row, before ?? {})) steps.removed.push(row)
    else steps.left.push({ id, key: '', why: 'changed' })
  }

  for (const change of changes) {
    if ('key' in change) setCell(change)
    else if (change.before && change.after)
      for (const each of cellsOf(change.id, change.before, change.after)) setCell(each)
    else setRow(change.id, change.before, change.after)
  }
  steps.removed.sort((a, b) => a - b)
  return steps
}

function cellsOf(id: string, before: Cells, after: Cells): CellChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => {
    const cell = { id, key, before: before[key] ?? '', after: after[key] ?? '' }
    return cell.before === cell.after ? [] : [cell]
  })
}

function rowsById({ rows }: CustomerTable, idAt: number | undefined): Map<string, number> {
  const found = new Map<string, number>()
  rows.forEach((row, at) => {
    const id = String(row[idAt ?? -1] ?? '').trim()
    if (id !== '' && !found.has(id)) found.set(id, at)
  })
  return found
}
