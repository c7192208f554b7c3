import { clvSimple } from '../../../core/clv/clv-simple.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { marginShare, notNegative } from '../reading/number-checks.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * What a customer is worth while it stays: order value x orders per year x years x margin.
 *
 * Example: =TS_CLV_SIMPLE(50, 4, 3, 0.3)
 *
 * @param {number} order_value Usual value of an order, or a column of them.
 * @param {number} orders_per_year Orders in a year.
 * @param {number} years Years that a customer stays.
 * @param {number} margin [optional] Share of the value that is profit: 0.3 is 30 %. 1 if left out.
 * @return The value.
 * @customfunction
 */
export function TS_CLV_SIMPLE(
  order_value: Argument,
  orders_per_year: Argument,
  years: Argument,
  margin?: Argument,
): Result {
  return inCell('TS_CLV_SIMPLE', ({ messages }) => {
    const columns = {
      value: numberColumn('order_value', order_value),
      orders: numberColumn('orders_per_year', orders_per_year, notNegative),
      years: numberColumn('years', years, notNegative),
      margin: numberColumn('margin', isGiven(margin) ? margin : 1, marginShare),
    }
    const rows = readRows(columns, { repeats: true })
    const { values } = rows
    return besideRows(rows, [messages.formulas.clv], (row) => {
      const [value, orders, stay, share] = [
        values.value[row],
        values.orders[row],
        values.years[row],
        values.margin[row],
      ]
      if (value === undefined || orders === undefined || stay === undefined) return undefined
      return [clvSimple(value, orders, stay, share)]
    })
  })
}
