import { InputError } from '../../../core/input-error.ts'
import { forecastInterval } from '../../../core/trends/forecast-interval.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { atLeast } from '../reading/number-checks.ts'
import { choice, confidenceOption, numberOption, wholeOption } from '../reading/options.ts'
import { required } from '../reading/required.ts'
import { readRows } from '../reading/rows.ts'
import { table } from '../results.ts'

const MOST_PERIODS = 10_000

/**
 * Carries a row of figures on for some periods, with the limits that the true figures will lie between.
 *
 * Example: =TS_FORECAST_INTERVAL(B2:B13, 3)
 *
 * @param {range} values Column with a figure for each period, oldest first; at least three. A blank cell is a period without a figure, which "HOLT" does not take.
 * @param {number} periods How many periods ahead.
 * @param {text} method [optional] "LINEAR" a straight line, "HOLT" follows the latest trend (alpha 0.5, beta 0.3), "THEILSEN" a line that odd figures do not bend. "LINEAR" if left out.
 * @param {number} confidence [optional] How sure the limits are, 0.95 if left out.
 * @param {number} min [optional] The lowest figure possible, such as 0.
 * @param {number} max [optional] The highest figure possible, such as 100.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return period (counted on from the values, the first is 1), forecast, low, high.
 * @customfunction
 */
export function TS_FORECAST_INTERVAL(
  values: Argument,
  periods: Argument,
  method?: Argument,
  confidence?: Argument,
  min?: Argument,
  max?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_FORECAST_INTERVAL', ({ messages }) => {
    const rows = readRows({ values: numberColumn('values', values) })
    const ahead = required('periods', wholeOption('periods', periods, 1, MOST_PERIODS))
    const way = choice('method', method, ['LINEAR', 'HOLT', 'THEILSEN'])
    const options = { method: way, confidence: confidenceOption(confidence), ...bounds(min, max) }
    if (way === 'HOLT') refuseGap(rows.values.values, rows.heading)
    const found = forecastInterval(rows.values.values, ahead, options)
    const cells = found.map(({ period, forecast, low, high }) => [period, forecast, low, high])
    return table(messages.formulas.forecast, headers, cells)
  })
}

/** @throws InputError `notNumber`, `notAtLeast` where max is below min. */
function bounds(min: Argument, max: Argument): { min: number | undefined; max: number | undefined } {
  const lowest = numberOption('min', min)
  const highest = numberOption('max', max)
  if (lowest !== undefined && highest !== undefined) atLeast(lowest)(highest, { argument: 'max' })
  return { min: lowest, max: highest }
}

/** @throws InputError `holtGap` where a period between the first figure and the last has none. */
function refuseGap(values: readonly (number | undefined)[], heading: 0 | 1): void {
  const first = values.findIndex((value) => value !== undefined)
  const gap = values.findIndex((value, row) => row > first && value === undefined)
  if (first === -1 || gap === -1) return
  if (values.slice(gap).some((value) => value !== undefined))
    throw new InputError('holtGap', { row: gap + heading + 1 })
}
