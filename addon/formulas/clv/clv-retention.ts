import { clvRetention } from '../../../core/clv/clv-retention.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { discountRate, wholeFrom, within } from '../reading/number-checks.ts'
import { flag } from '../reading/options.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * What a customer is worth today who brings a margin every period while it stays.
 *
 * Example: =TS_CLV_RETENTION(100, 0.8, 0.1)
 *
 * @param {number} margin Profit from a customer in one period, or a column of them.
 * @param {number} retention Share of customers who stay to the next period: 0.8 is 80 %.
 * @param {number} discount Rate per period by which later profit counts less: 0.1 is 10 %.
 * @param {number} periods [optional] How many margins to count. All to come if left out.
 * @param {boolean} include_first [optional] TRUE counts the first margin now and in full, FALSE at the end of the first period from those who stay. TRUE if left out.
 * @return The value.
 * @customfunction
 */
export function TS_CLV_RETENTION(
  margin: Argument,
  retention: Argument,
  discount: Argument,
  periods?: Argument,
  include_first?: Argument,
): Result {
  return inCell('TS_CLV_RETENTION', ({ messages }) => {
    const columns = {
      margin: numberColumn('margin', margin),
      retention: numberColumn('retention', retention, within(0, 1)),
      discount: numberColumn('discount', discount, discountRate),
      periods: isGiven(periods) ? numberColumn('periods', periods, wholeFrom(1)) : undefined,
    }
    const includeFirst = flag('include_first', include_first, true)
    const rows = readRows(columns, { mayBeBlank: ['periods'], repeats: true })
    const { values } = rows
    return besideRows(rows, [messages.formulas.clv], (row) => {
      const [profit, stay, rate] = [values.margin[row], values.retention[row], values.discount[row]]
      if (profit === undefined || stay === undefined || rate === undefined) return undefined
      const value = clvRetention(profit, stay, rate, values.periods?.[row], includeFirst)
      if (!Number.isFinite(value)) throw new InputError('endlessValue', { row: row + rows.heading + 1 })
      return [value]
    })
  })
}
