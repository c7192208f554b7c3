import { rfm } from '../../../core/rfm/rfm.ts'
import { inCell } from '../in-cell.ts'
import { asOfOption } from '../reading/as-of-option.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { dayColumn, idColumn, numberColumn } from '../reading/column.ts'
import { choice } from '../reading/options.ts'
import { readTable } from '../reading/table.ts'
import { dayCells, table } from '../results.ts'
import { binsOption } from './bins-option.ts'
import { segmentationOption } from './segmentation-option.ts'

/**
 * Scores every customer by how recently, how often and for how much it ordered, and names its segment.
 *
 * Example: =TS_RFM(Orders!A2:A, Orders!B2:B, Orders!C2:C)
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order.
 * @param {range} amounts Column with the amount of each order. A refund in a row of its own counts as one more order: take it off the amount of its order instead.
 * @param {date} as_of [optional] Day to count to. The day after the last order if left out; later orders are left out.
 * @param {number} bins [optional] Scores run from 1 to this, 5 if left out. {5,3,4} sets R, F and M apart.
 * @param {text} method [optional] "VALUE": equal values get equal scores. "RANK": equal numbers of customers per score. "VALUE" if left out.
 * @param {text} rules [optional] "GRID", "RFM10", "CLASSIC", "RFM8", or a range of name, R low, R high, F low, F high, M low, M high, for scores brought to 1 to 5. "GRID" if left out.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per customer: customer, last order, recency in days, frequency (orders), monetary (their total), R, F, M, RFM, segment.
 * @customfunction
 */
export function TS_RFM(
  ids: Argument,
  dates: Argument,
  amounts: Argument,
  as_of?: Argument,
  bins?: Argument,
  method?: Argument,
  rules?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_RFM', (context) => {
    const orders = readTable({
      ids: idColumn('ids', ids),
      days: dayColumn(context, 'dates', dates),
      amounts: numberColumn('amounts', amounts),
    })
    const result = rfm(orders, {
      asOf: asOfOption(context, as_of, orders.days),
      bins: binsOption(bins),
      method: choice('method', method, ['VALUE', 'RANK']),
      segmentation: segmentationOption(context, rules),
    })
    const dayCell = dayCells(context)
    const rows = result.customers.map((customer, i) => [
      customer,
      dayCell(result.last[i] as number),
      result.recency[i],
      result.frequency[i],
      result.monetary[i],
      result.r[i],
      result.f[i],
      result.m[i],
      result.codes[i],
      result.segments[i],
    ])
    return table(context.messages.formulas.rfm, headers, rows)
  })
}
