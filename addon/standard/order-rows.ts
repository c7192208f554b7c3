import type { CustomerId, PricedOrders } from '../../core/customers/orders.ts'
import { InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import type { CellContext } from '../formulas/cell-context.ts'
import { isBlank } from '../formulas/reading/cell.ts'
import { readDay } from '../formulas/reading/day.ts'
import { readNumber } from '../formulas/reading/number.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { type CellValue, requiredColumn, type Table } from '../sheet/table.ts'

/** Orders with the row of the tab that each stands in. */
export type OrderRows = PricedOrders & { rows: number[] }

/**
 * The orders of a tab, its columns found by header. Rows that are blank in all three columns are left out.
 *
 * @throws InputError `missingColumn`; `notNumber`, `notDate`, `ambiguousDate`, `cellBlank` naming the tab and row.
 */
export function orderRows(table: Table, context: CellContext, words: Messages): OrderRows {
  const { customerId, orderDate, amount } = words.fields
  const ids = place(table, requiredColumn(table, 'customerId', customerId))
  const dates = place(table, requiredColumn(table, 'orderDate', orderDate))
  const amounts = place(table, requiredColumn(table, 'amount', amount))
  const zone = () => context.zone
  const orders = { ids: [] as CustomerId[], days: [] as number[], amounts: [] as number[], rows: [] as number[] }
  for (let index = 0; index < table.rows.length; index++) {
    const cells = table.rows[index] as CellValue[]
    const id = cells[ids.column]
    const date = cells[dates.column]
    const value = cells[amounts.column]
    if (isBlank(id) && isBlank(date) && isBlank(value)) continue
    ids.row = dates.row = amounts.row = index + 2
    const customer = customerIdIn(id)
    if (!customer) throw new InputError('cellBlank', ids)
    orders.ids.push(customer)
    orders.days.push(readDay(date, zone, dates))
    orders.amounts.push(readNumber(value, amounts))
    orders.rows.push(index + 2)
  }
  return orders
}

/** Where a column's cells are, for errors; one for all its rows. */
function place({ name, header }: Table, column: number): { column: number; argument: string; row: number } {
  return { column, argument: `${name}, ${header[column]}`, row: 0 }
}
