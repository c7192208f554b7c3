import { periodOf } from '../../core/calendar/periods.ts'
import { valuesByMonth } from '../../core/customer-page/values-by-month.ts'
import type { TabKind } from '../../core/tabs/tab-fields.ts'
import { findNumber } from '../formulas/reading/number.ts'
import { findHeader, tabFinder } from '../sheet/bound-tab.ts'
import { today } from '../sheet/now.ts'
import type { CellValue } from '../sheet/table.ts'
import { cellDays } from '../tiering/cell-days.ts'
import { rowReader } from '../tiering/row-reader.ts'
import { isoDay } from './iso-day.ts'
import { rowsAt, rowsWith } from './rows-of-customer.ts'

type TabFinder = ReturnType<typeof tabFinder>

export type CustomerOrders = {
  count: number
  total: number
  /** '' where no date can be read. */
  first: string
  last: string
  /** Orders whose date or amount cannot be read; they are counted, but not in the sums. */
  unread: number
  /** What was ordered in each of 24 months, oldest first; the last of them is `lastMonth`, in months since year 0. */
  months: number[]
  lastMonth: number
}

type CustomerContact = Record<'day' | 'owner' | 'channel' | 'purpose' | 'outcome' | 'note', string>

export type TierChange = {
  day: string
  from: string
  to: string
  fromScore: number | ''
  toScore: number | ''
  standard: string
  cause: string
  reason: string
  because: string
}

/** What the tabs tell of a customer's past; null where there is no such tab. The latest contacts and changes first. */
export type CustomerPast = {
  orders: CustomerOrders | null
  contacts: { count: number; latest: CustomerContact[] } | null
  tierChanges: TierChange[] | null
}

const MONTHS = 24
const CONTACTS = 5
const TIER_CHANGES = 10

/**
 * A customer's orders, contacts and changes of tier.
 *
 * @param name Rows that name the customer by name, as in exports of orders, count too where nobody else has that name.
 */
export function customerPast(id: string, name: string): CustomerPast {
  const days = cellDays()
  const find = tabFinder()
  const called = isOwnName(name, find) ? [id, name] : [id]
  return { orders: ordersOf(called), contacts: contactsOf(called), tierChanges: tierChangesOf([id]) }

  function ordersOf(customer: string[]): CustomerOrders | null {
    const found = rowsIn('orders', customer, find)
    if (!found) return null
    const orders = found.rows.map((row) => ({
      day: days.day(found.cell(row, 'orderDate')),
      amount: findNumber(found.cell(row, 'amount')),
    }))
    const read = orders.filter((each): each is { day: number; amount: number } => {
      return each.day !== undefined && each.amount !== undefined
    })
    const dated = orders.flatMap(({ day }) => day ?? []).sort((a, b) => a - b)
    const lastDay = dated[dated.length - 1]
    const lastMonth = shownMonth(lastDay)
    return {
      ...{ count: orders.length, unread: orders.length - read.length },
      total: read.reduce((sum, { amount }) => sum + amount, 0),
      ...{ first: isoDay(dated[0]), last: isoDay(lastDay) },
      ...{ months: valuesByMonth(read, lastMonth, MONTHS), lastMonth },
    }
  }

  function contactsOf(customer: string[]): CustomerPast['contacts'] {
    const found = rowsIn('interactions', customer, find)
    if (!found) return null
    const { text, cell } = found
    const contacts = found.rows.map((row, place) => ({ row, place, day: days.day(cell(row, 'contactDate')) }))
    contacts.sort((a, b) => (b.day ?? -Infinity) - (a.day ?? -Infinity) || b.place - a.place)
    const latest = contacts.slice(0, CONTACTS).map(({ row, day }) => ({
      ...{ day: isoDay(day), owner: text(row, 'owner'), channel: text(row, 'channel') },
      ...{ purpose: text(row, 'purpose'), outcome: text(row, 'outcome'), note: text(row, 'note') },
    }))
    return { count: contacts.length, latest }
  }

  function tierChangesOf(customer: string[]): TierChange[] | null {
    const found = rowsIn('tierHistory', customer, find)
    if (!found) return null
    const { text, number, cell } = found
    const changes = found.rows.map((row) => ({
      ...{ day: isoDay(days.day(cell(row, 'at'))), from: text(row, 'fromTier'), to: text(row, 'toTier') },
      ...{ fromScore: number(row, 'fromScore') ?? ('' as const), toScore: number(row, 'toScore') ?? ('' as const) },
      ...{ standard: text(row, 'standard'), cause: text(row, 'cause') },
      ...{ reason: text(row, 'reason'), because: text(row, 'because') },
    }))
    return changes.slice(-TIER_CHANGES).reverse()
  }
}

function rowsIn(kind: TabKind, customer: readonly string[], find: TabFinder) {
  const tab = findHeader(kind, find)
  if (!tab) return undefined
  const rows: CellValue[][] = rowsAt(tab, rowsWith(tab, 'customerId', customer))
  return { rows, ...rowReader(tab) }
}

function isOwnName(name: string, find: TabFinder): boolean {
  const customers = name ? findHeader('customers', find) : undefined
  return customers !== undefined && rowsWith(customers, 'customer', [name]).length === 1
}

/** This month; where all orders are older than what would be shown, that of the last order. */
function shownMonth(lastDay: number | undefined): number {
  const now = periodOf(today(), 'MONTH')
  if (lastDay === undefined) return now
  const last = periodOf(lastDay, 'MONTH')
  return last > now - MONTHS && last <= now ? now : last
}
