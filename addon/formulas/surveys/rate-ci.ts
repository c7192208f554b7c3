import { wilsonInterval } from '../../../core/statistics/wilson-interval.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { wholeCount, within } from '../reading/number-checks.ts'
import { confidenceOption } from '../reading/options.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * A rate with the limits that the true rate lies between.
 *
 * Example: =TS_RATE_CI(42, 60)
 *
 * @param {number} successes How many did, or a column of counts.
 * @param {number} n How many there were, or a column of counts. Where it is 0 the result stays blank.
 * @param {number} confidence [optional] How sure the limits are, 0.95 if left out.
 * @return rate, low, high (Wilson) as decimals: 0.7 is 70 %.
 * @customfunction
 */
export function TS_RATE_CI(successes: Argument, n: Argument, confidence?: Argument): Result {
  return inCell('TS_RATE_CI', ({ messages }) => {
    const columns = {
      successes: numberColumn('successes', successes, wholeCount),
      n: numberColumn('n', n, wholeCount),
    }
    const rows = readRows(columns, { repeats: true })
    const sureness = confidenceOption(confidence)
    return besideRows(rows, messages.formulas.rateInterval, (row) => {
      const count = rows.values.successes[row]
      const total = rows.values.n[row]
      if (count === undefined || total === undefined) return undefined
      within(0, total)(count, { argument: 'successes', row: row + rows.heading + 1 })
      const interval = wilsonInterval(count, total, sureness)
      return interval && [interval.rate, interval.low, interval.high]
    })
  })
}
