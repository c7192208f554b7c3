import type { CustomerId } from '../../../core/customers/orders.ts'
import type { CellContext } from '../cell-context.ts'
import type { Argument } from '../reading/cell.ts'
import { dayColumn, idColumn, numberColumn } from '../reading/column.ts'
import { readTable, type Table } from '../reading/table.ts'

/** The orders that a formula on customer value is given. */
export function pricedOrders(
  context: CellContext,
  ids: Argument,
  dates: Argument,
  amounts: Argument,
): Table<{ ids: CustomerId; days: number; amounts: number }> {
  return readTable({
    ids: idColumn('ids', ids),
    days: dayColumn(context, 'dates', dates),
    amounts: numberColumn('amounts', amounts),
  })
}
