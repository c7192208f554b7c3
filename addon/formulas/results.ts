import type { CellContext } from './cell-context.ts'
import type { Argument, Cell, Result } from './reading/cell.ts'
import { flag } from './reading/options.ts'
import type { Rows } from './reading/rows.ts'

/** A table with its header row, unless the argument `headers` drops it. A table of nothing is one blank cell. */
export function table(header: readonly Cell[], headers: Argument, rows: readonly (readonly Cell[])[]): Result {
  const cells = (flag('headers', headers, true) ? [header, ...rows] : rows).map(filledRow)
  return cells.length === 0 ? [['']] : cells
}

/**
 * One answer per row of input: labels beside its heading, '' for a blank row; one row where it was given single cells.
 *
 * @param answer The cells beside one row of data, undefined where the row is blank.
 */
export function besideRows<T>(
  { length, heading, isRange }: Pick<Rows<T>, 'length' | 'heading' | 'isRange'>,
  labels: readonly Cell[],
  answer: (row: number) => readonly Cell[] | undefined,
): Result {
  const blank = () => labels.map(() => '')
  const rows: Cell[][] = []
  for (let row = 0; row < length; row++) {
    const cells = answer(row)
    rows.push(cells ? filledRow(cells) : blank())
  }
  if (!isRange && labels.length === 1) return rows[0]?.[0]
  return heading === 1 ? [[...labels], ...rows] : rows
}

/** Days as cells, dates in the spreadsheet's zone: one for each day, however many cells show it. */
export function dayCells(context: CellContext): (day: number) => Date {
  const known = new Map<number, Date>()
  return (day) => {
    const date = known.get(day) ?? new Date(context.zone.startOf(day))
    known.set(day, date)
    return date
  }
}

/** The row with '' for what is nothing; itself where every cell is something. */
function filledRow(row: readonly Cell[]): Cell[] {
  return row.includes(undefined) || row.includes(null) ? row.map((cell) => cell ?? '') : (row as Cell[])
}
