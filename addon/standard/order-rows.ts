import type { CustomerId, PricedOrders } from '../../core/customers/orders.ts'
import { InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import type { CellContext } from '../formulas/cell-context.ts'
import { isBlank } from '../formulas/reading/cell.ts'
import { readDay } from '../formulas/reading/day.ts'
import { readNumber } from '../formulas/reading/number.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { requiredColumn, type Table } from '../sheet/table.ts'

/** Orders with the row of the tab that each stands in. */
export type OrderRows = PricedOrders & { rows: number[] }

/**
 * The orders of a tab, its columns found by header. Rows that are blank in all three columns are left out.
 *
 * @throws InputError `missingColumn`; `notNumber`, `notDate`, `ambiguousDate`, `cellBlank` naming the tab and row.
 */
export function orderRows(table: Table, context: CellContext, words: Messages): OrderRows {
  const { customerId, orderDate, amount } = words.fields
  const id = requiredColumn(table, 'customerId', customerId)
  const date = requiredColumn(table, 'orderDate', orderDate)
  const value = requiredColumn(table, 'amount', amount)
  const orders = { ids: [] as CustomerId[], days: [] as number[], amounts: [] as number[], rows: [] as number[] }
  table.rows.forEach((row, index) => {
    if ([id, date, value].every((column) => isBlank(row[column]))) return
    const place = (column: number) => ({ argument: `${table.name}, ${table.header[column]}`, row: index + 2 })
    const customer = customerIdIn(row[id])
    if (!customer) throw new InputError('cellBlank', place(id))
    orders.ids.push(customer)
    orders.days.push(readDay(row[date], () => context.zone, place(date)))
    orders.amounts.push(readNumber(row[value], place(value)))
    orders.rows.push(index + 2)
  })
  return orders
}
