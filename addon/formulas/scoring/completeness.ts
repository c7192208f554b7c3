import { completeness } from '../../../core/scoring/completeness.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, type Cell, isBlank, isFailure, isRange, type Result } from '../reading/cell.ts'
import { isDayHeading, isNumberHeading, isPlaceholder } from '../reading/heading.ts'
import { rangeRows } from '../reading/range-rows.ts'
import { besideRows } from '../results.ts'
import { weightsOption } from './indicators.ts'

/**
 * Tells what share of the fields of each customer is filled in; a cell with spaces only is blank, and so is one whose formula failed, such as #N/A.
 *
 * Example: =TS_COMPLETENESS(A2:F)
 *
 * @param {range} records One row per customer, one column per field. Start below the headings where every column is text.
 * @param {range} weights [optional] How much each field counts. All the same if left out.
 * @return The share beside each row, 0 to 1.
 * @customfunction
 */
export function TS_COMPLETENESS(records: Argument, weights?: Argument): Result {
  return inCell('TS_COMPLETENESS', ({ messages }) => {
    const rows = rangeRows('records', records)
    const heading = hasHeadings(rows) ? 1 : 0
    const data = rows.slice(heading).map((cells) => cells.map((cell) => (isFailure(cell) ? '' : cell)))
    const columns = rows[0]?.length ?? 0
    const shares = completeness(data, weightsOption(weights, columns))
    const shape = { length: data.length, heading, isRange: isRange(records) } as const
    return besideRows(shape, [messages.formulas.completeness], (row) => [shares[row]])
  })
}

/** Whether the first row is words alone, and there is a column of numbers, dates, TRUE or FALSE below it. */
function hasHeadings([first = [], ...rest]: readonly (readonly Cell[])[]): boolean {
  if (!first.every((cell) => isBlank(cell) || isWord(cell))) return false
  return first.some((heading, column) => {
    if (isBlank(heading) || isPlaceholder(heading)) return false
    const below = rest.map((cells) => cells[column]).filter(tells)
    return below.length > 0 && !below.some(isWord)
  })
}

function tells(cell: Cell): boolean {
  return !isBlank(cell) && !isFailure(cell) && !isPlaceholder(cell)
}

function isWord(cell: Cell): boolean {
  return isPlaceholder(cell) || (isNumberHeading(cell) && isDayHeading(cell))
}
