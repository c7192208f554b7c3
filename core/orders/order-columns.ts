import { fold } from '../headers.ts'
import { InputError } from '../input-error.ts'
import { recognisedColumns } from '../tabs/recognised-columns.ts'

/** Positions from 0. `id` is undefined where no column numbers the orders. */
export type OrderColumns = { id: number | undefined; customer: number; date: number; amount: number }

/**
 * Which columns of an order list hold the order, the customer, the date and the amount, by their headings.
 *
 * A customer's id is preferred to the name; units in brackets such as `Amount (USD)` do not count.
 *
 * @throws InputError `ordersColumn` where one is missing, `ordersColumnTwice` where two are called the same.
 */
export function orderColumns(header: readonly string[]): OrderColumns {
  const folded = header.map((heading) => fold(heading.replace(/[([（][^([（)\]）]*[)\]）]\s*$/, '')))
  const { orderId, customerId, orderDate, amount } = recognisedColumns(header, 'orders')
  const known = [orderId, customerId, orderDate, amount].filter((at) => at !== undefined)
  const twice = known.find((at) => folded.includes(folded[at] as string, at + 1))
  if (twice !== undefined) throw new InputError('ordersColumnTwice', { heading: (header[twice] as string).trim() })
  const needed = (field: 'customer' | 'date' | 'amount', at: number | undefined): number => {
    if (at === undefined) throw new InputError('ordersColumn', { field, headings: header.map((text) => text.trim()) })
    return at
  }
  return {
    id: orderId,
    customer: needed('customer', customerId),
    date: needed('date', orderDate),
    amount: needed('amount', amount),
  }
}
