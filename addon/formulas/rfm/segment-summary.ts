import { segmentSummary } from '../../../core/rfm/segment-summary.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { idColumn, numberColumn } from '../reading/column.ts'
import { readTable } from '../reading/table.ts'
import { table } from '../results.ts'

/**
 * Counts the customers and adds up the revenue of each segment.
 *
 * Example: =TS_SEGMENT_SUMMARY(J2:J, E2:E)
 *
 * @param {range} segments Column with the segment of each customer.
 * @param {range} amounts Column with the revenue of each customer.
 * @param {range} orders [optional] Column with the number of orders of each customer: the average is then per order.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per segment: segment, customers, share, revenue, revenue share, average.
 * @customfunction
 */
export function TS_SEGMENT_SUMMARY(
  segments: Argument,
  amounts: Argument,
  orders?: Argument,
  headers?: Argument,
): Result {
  return inCell('TS_SEGMENT_SUMMARY', ({ messages }) => {
    const given = readTable({
      segments: idColumn('segments', segments),
      amounts: numberColumn('amounts', amounts),
      orders: isGiven(orders) ? numberColumn('orders', orders) : undefined,
    })
    const rows = segmentSummary(given.segments, given.amounts, given.orders)
    const cells = rows.map((row) => [row.segment, row.customers, row.share, row.revenue, row.revenueShare, row.average])
    return table(messages.formulas.segmentSummary, headers, cells)
  })
}
