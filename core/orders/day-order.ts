import { InputError } from '../input-error.ts'
import { dateParts } from './date-parts.ts'

export type DayOrder = 'DAY_FIRST' | 'MONTH_FIRST'

/**
 * Whether dates such as 03/04/2024 have the day or the month first, decided by the whole column:
 * one number above 12 settles it. Dates that can be read in one way only, and texts that are no dates, have no say.
 *
 * @param cells The column with its line numbers.
 * @returns undefined where no date depends on it.
 * @throws InputError `ordersDayOrderOpen` where nothing settles it, `ordersDayOrderMixed` where two lines contradict.
 */
export function dayOrder(cells: Iterable<{ line: number; text: string }>): DayOrder | undefined {
  type Found = { line: number; text: string } | undefined
  let dayFirst: Found
  let monthFirst: Found
  let open: Found
  for (const cell of cells) {
    const parts = dateParts(cell.text)
    if (parts?.form !== 'TWO_THEN_YEAR') continue
    const [a, b] = [parts.first, parts.second]
    if (a > 12 && b <= 12) dayFirst ??= cell
    else if (b > 12 && a <= 12) monthFirst ??= cell
    else if (a <= 12 && a !== b) open ??= cell
  }
  if (dayFirst && monthFirst) {
    throw new InputError('ordersDayOrderMixed', {
      dayLine: dayFirst.line,
      dayText: dayFirst.text,
      monthLine: monthFirst.line,
      monthText: monthFirst.text,
    })
  }
  if (dayFirst) return 'DAY_FIRST'
  if (monthFirst) return 'MONTH_FIRST'
  if (open) throw new InputError('ordersDayOrderOpen', open)
  return undefined
}
