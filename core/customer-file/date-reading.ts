import { dateParts } from '../orders/date-parts.ts'
import type { DayOrder } from '../orders/day-order.ts'
import type { PlainCell } from './customer-table.ts'

/** How the dates of a column such as 03/04/2024 are read, and the numbers of the rows that speak for it and against it. */
export type DateReading = {
  /** Undefined where nothing settles it: these dates are left out then. */
  order: DayOrder | undefined
  /** Rows that can only have the day first, or the month, and those that can be either. */
  dayFirst: number[]
  monthFirst: number[]
  open: number[]
  /** The first that can be either. */
  example: string
}

/**
 * How the dates of a column are read: as a person chose, else as more of those have it that can be read in one way only.
 *
 * A date that can be read in one way only is read so whatever the column has, so the order decides the open ones alone.
 *
 * @param firstRow The number of the first row, as the person sees it.
 */
export function dateReading(cells: Iterable<PlainCell>, firstRow: number, chosen: DayOrder | undefined): DateReading {
  const reading: DateReading = { order: chosen, dayFirst: [], monthFirst: [], open: [], example: '' }
  const { dayFirst, monthFirst, open } = reading
  let row = firstRow - 1
  for (const cell of cells) {
    row++
    const parts = typeof cell === 'string' ? dateParts(cell) : undefined
    if (parts?.form !== 'TWO_THEN_YEAR') continue
    const { first, second } = parts
    if (first > 12 && second <= 12) dayFirst.push(row)
    else if (second > 12 && first <= 12) monthFirst.push(row)
    else if (first <= 12 && first !== second) {
      if (open.length === 0) reading.example = String(cell).trim()
      open.push(row)
    }
  }
  const lead = dayFirst.length - monthFirst.length
  if (lead !== 0) reading.order ??= lead > 0 ? 'DAY_FIRST' : 'MONTH_FIRST'
  return reading
}
