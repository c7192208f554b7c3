import { retentionForecast } from '../../../core/customers/retention-forecast.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isBlank, type Result } from '../reading/cell.ts'
import { isNumberHeading } from '../reading/heading.ts'
import { allCells } from '../reading/lists.ts'
import { readNumber } from '../reading/number.ts'
import { notNegative } from '../reading/number-checks.ts'
import { wholeOption } from '../reading/options.ts'
import { required } from '../reading/required.ts'
import { table } from '../results.ts'

const MOST_PERIODS = 10_000

/**
 * How many of a group of customers will still be there in the periods to come, from how many stayed so far (shifted beta-geometric).
 *
 * Example: =TS_RETENTION_FORECAST({1000, 869, 743, 653}, 5)
 *
 * @param {range} survivors Customers at the start, then those of them still there after each period, in a column or a row.
 * @param {number} periods How many periods to look ahead, at most 10000.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row for each period ahead: its number, counted from the start; survival, the share of the customers at the start who are still there after it; retention, the share of those before it who stay.
 * @customfunction
 */
export function TS_RETENTION_FORECAST(survivors: Argument, periods: Argument, headers?: Argument): Result {
  return inCell('TS_RETENTION_FORECAST', ({ messages }) => {
    const { counts, heading } = readSurvivors(survivors)
    const ahead = required('periods', wholeOption('periods', periods, 1, MOST_PERIODS))
    const rows = retentionForecast(counts, ahead, (position) => position + heading + 1)
    return table(
      messages.formulas.retentionForecast,
      headers,
      rows.map(({ period, survival, retention }) => [period, survival, retention]),
    )
  })
}

/** One column or one row, with or without a heading, up to the last cell that is filled in. */
function readSurvivors(given: Argument): { counts: number[]; heading: 0 | 1 } {
  const argument = 'survivors'
  const cells = allCells(required(argument, given))
  if (Array.isArray(given) && given.length > 1 && cells.length > given.length) {
    throw new InputError('notOneColumn', { argument, columns: given[0].length })
  }
  while (cells.length > 0 && isBlank(cells[cells.length - 1])) cells.pop()
  if (cells.length === 0) throw new InputError('argumentBlank', { argument })
  const heading = cells.length > 1 && isNumberHeading(cells[0]) ? 1 : 0
  const counts = cells.slice(heading).map((cell, i) => {
    const place = { argument, row: i + heading + 1 }
    if (isBlank(cell)) throw new InputError('cellBlank', place)
    const count = readNumber(cell, place)
    notNegative(count, place)
    return count
  })
  return { counts, heading }
}
