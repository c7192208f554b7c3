import { errorText } from '../core/input-error.ts'
import { type Language, messagesFor } from '../core/messages/messages.ts'
import type { Order, RejectedRow } from '../core/orders/orders.ts'
import { type LocalMessages, localMessages } from './messages/messages.ts'
import { rfmSheet } from './rfm-sheet.ts'
import type { SheetTable } from './sheet-table.ts'

/** Tabs of orders, of their customers (in order of first appearance), of rejected rows if any, and of RFM scores. */
export function orderSheets(accepted: Order[], rejected: RejectedRow[], language: Language): SheetTable[] {
  const words = localMessages(language).ordersFile
  const { tabs, headers } = words
  const orders: SheetTable = {
    name: tabs.orders,
    header: headers.orders,
    columns: ['text', 'text', 'date', 'money'],
    rows: accepted.map(({ line, id, customer, day, amount }) => [id || `L${line}`, customer, { date: day }, amount]),
  }
  const sheets = [customersSheet(accepted, words), orders, rfmSheet(tabs.rfm, tabs.orders)]
  return rejected.length > 0 ? [...sheets, rejectedSheet(rejected, language)] : sheets
}

function customersSheet(accepted: Order[], { tabs, headers }: LocalMessages['ordersFile']): SheetTable {
  const customers = new Map<string, { first: number; last: number; orders: number; revenue: number }>()
  for (const { customer, day, amount } of accepted) {
    const known = customers.get(customer) ?? { first: day, last: day, orders: 0, revenue: 0 }
    known.first = Math.min(known.first, day)
    known.last = Math.max(known.last, day)
    known.orders++
    known.revenue += amount
    customers.set(customer, known)
  }
  return {
    name: tabs.customers,
    header: headers.customers,
    columns: ['text', 'date', 'date', 'number', 'money'],
    rows: [...customers].map(([id, { first, last, orders, revenue }]) => [
      id,
      { date: first },
      { date: last },
      orders,
      Math.round(revenue * 100) / 100,
    ]),
  }
}

function rejectedSheet(rejected: RejectedRow[], language: Language): SheetTable {
  const { tabs, headers } = localMessages(language).ordersFile
  const messages = messagesFor(language)
  return {
    name: tabs.rejected,
    header: headers.rejected,
    columns: ['number', 'text', 'text'],
    rows: rejected.map(({ line, fields, reason }) => [line, errorText(reason, messages), fields.join(' | ')]),
  }
}
