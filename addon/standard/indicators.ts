import { asOfDay } from '../../core/customers/as-of-day.ts'
import type { PricedOrders } from '../../core/customers/orders.ts'
import { columnOf, type Field } from '../../core/headers.ts'
import { InputError } from '../../core/input-error.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { rfmValues } from '../../core/rfm/rfm-values.ts'
import type { CellContext } from '../formulas/cell-context.ts'
import { isBlank, isDate } from '../formulas/reading/cell.ts'
import { type CellValue, column, type Table } from '../sheet/table.ts'
import type { Indicator } from './standard.ts'

const ORDER_FIGURES = { recency: -1, frequency: 1, monetary: 1 } as const
const NEVER: Field[] = ['customerId', 'score', 'tier', 'phone']

/** What the two tabs offer: the figures over orders, then every column that holds numbers or dates alone. */
export function indicatorsOf(customers: Table, orders: Table | undefined, words: Messages): Indicator[] {
  const figures = Object.entries(ORDER_FIGURES).map(([figure, direction]) => ({
    key: `orders:${figure}`,
    label: words.scores.orders[figure as keyof typeof ORDER_FIGURES],
    direction,
  }))
  const never = NEVER.map((field) => columnOf(customers.header, field))
  const columns = customers.header.flatMap((header, position) =>
    header &&
    customers.header.indexOf(header) === position &&
    !never.includes(position) &&
    isMeasured(column(customers, position))
      ? [{ key: `column:${header}`, label: header, direction: 1 as const }]
      : [],
  )
  return orders ? [...figures, ...columns] : columns
}

/**
 * One indicator's value for each row of the customer tab; undefined where the cell is blank or the customer has no orders.
 *
 * @throws InputError `missingColumn`, `notNumber`.
 */
export function indicatorValues(
  key: string,
  customers: Table,
  ids: string[],
  orders: PricedOrders | undefined,
  context: CellContext,
): (number | undefined)[] {
  const [source, name = ''] = key.split(/:(.*)/s)
  return source === 'orders' && orders ? orderFigure(name, ids, orders) : columnFigure(name, customers, context)
}

function orderFigure(name: string, ids: string[], orders: PricedOrders): (number | undefined)[] {
  const values = rfmValues(orders, asOfDay(orders.days))
  const figure = values[name as keyof typeof ORDER_FIGURES]
  const of = new Map(values.customers.map((id, position) => [String(id), figure[position]]))
  return ids.map((id) => of.get(id))
}

function columnFigure(name: string, customers: Table, context: CellContext): (number | undefined)[] {
  const position = customers.header.indexOf(name)
  if (position < 0) throw new InputError('missingColumn', { table: customers.name, column: name })
  return column(customers, position).map((cell, index) => {
    if (isBlank(cell)) return undefined
    if (isDate(cell)) return context.zone.dayOf(cell.getTime())
    if (typeof cell === 'number') return cell
    const argument = `${customers.name}, ${name}`
    throw new InputError('notNumber', { text: String(cell), argument, row: index + 2 })
  })
}

function isMeasured(cells: CellValue[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell))
  return filled.length > 0 && filled.every((cell) => typeof cell === 'number' || isDate(cell))
}
