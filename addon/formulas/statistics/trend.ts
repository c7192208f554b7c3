import { trend } from '../../../core/trends/trend.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { dayColumn, numberColumn } from '../reading/column.ts'
import { readRows } from '../reading/rows.ts'
import { table } from '../results.ts'

/**
 * Tells whether a figure rises or falls over time, how fast, and whether chance alone could do it.
 *
 * Example: =TS_TREND(B2:B, A2:A)
 *
 * @param {range} values Column with a figure for each period, oldest first; at least three. A blank cell is a period without a figure.
 * @param {range} dates [optional] Column with the date of each figure, in any order.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return slope (least squares; a row, or a day where there are dates), p (Mann-Kendall), Kendall tau (-1 to 1), direction: Up or Down where p is below 0.05, else No clear trend.
 * @customfunction
 */
export function TS_TREND(values: Argument, dates?: Argument, headers?: Argument): Result {
  return inCell('TS_TREND', (context) => {
    const columns = {
      values: numberColumn('values', values),
      dates: isGiven(dates) ? dayColumn(context, 'dates', dates) : undefined,
    }
    const rows = readRows(columns, { mayBeBlank: ['values'] })
    const filled = rows.values.values.flatMap((value, row) => (value === undefined ? [] : [{ value, row }]))
    const times = filled.map(({ row }) => rows.values.dates?.[row] ?? row)
    const { formulas, trendDirections } = context.messages
    const found = trend(
      times,
      filled.map(({ value }) => value),
    )
    const { slope, p, tau, direction } = found
    return table(formulas.trend, headers, [[slope, p, tau, trendDirections[direction]]])
  })
}
