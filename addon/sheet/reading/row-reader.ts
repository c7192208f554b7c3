import type { BoundTab } from '../tabs/bound-tab.ts'
import { customerIdIn } from './customer-id.ts'
import type { CellValue } from './table.ts'

/** Reads a row's fields: texts without outer spaces, numbers, '' and undefined where the tab or the cell has none. */
export function rowReader({ at }: Pick<BoundTab, 'at'>) {
  const cell = (row: readonly CellValue[], field: string): CellValue => {
    const position = at[field]
    return position === undefined ? '' : (row[position] ?? '')
  }
  return {
    cell,
    text: (row: readonly CellValue[], field: string) => customerIdIn(cell(row, field)),
    number: (row: readonly CellValue[], field: string) => numberIn(cell(row, field)),
  }
}

function numberIn(cell: CellValue): number | undefined {
  if (typeof cell === 'number') return cell
  const number = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}
