import { isoDay } from '../../core/calendar/iso-day.ts'
import { type CustomerRows, customerRows } from '../sheet/reading/customer-rows.ts'
import { standardNow } from '../standard/standard-names.ts'
import { type CustomerOrders, pastOrders } from './past-orders.ts'

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

const CONTACTS = 5
const TIER_CHANGES = 10

/** A customer's orders, contacts and changes of tier. */
export function customerPast(id: string, name: string): CustomerPast {
  const rowsIn = customerRows(id, name)
  const [orders, contacts, changes] = [rowsIn('orders'), rowsIn('interactions'), rowsIn('tierHistory')]
  return {
    orders: orders ? pastOrders(orders) : null,
    contacts: contacts ? pastContacts(contacts) : null,
    tierChanges: changes ? tierChanges(changes) : null,
  }
}

function pastContacts({ rows, text, cell, days }: CustomerRows): NonNullable<CustomerPast['contacts']> {
  const contacts = rows.map((row, place) => ({ row, place, day: days.day(cell(row, 'contactDate')) }))
  contacts.sort((a, b) => (b.day ?? -Infinity) - (a.day ?? -Infinity) || b.place - a.place)
  const latest = contacts.slice(0, CONTACTS).map(({ row, day }) => ({
    ...{ day: isoDay(day), owner: text(row, 'owner'), channel: text(row, 'channel') },
    ...{ purpose: text(row, 'purpose'), outcome: text(row, 'outcome'), note: text(row, 'note') },
  }))
  return { count: contacts.length, latest }
}

function tierChanges({ rows, text, number, cell, days }: CustomerRows): TierChange[] {
  const changes = rows.map((row) => ({
    ...{ day: isoDay(days.day(cell(row, 'at'))), from: text(row, 'fromTier'), to: text(row, 'toTier') },
    ...{ fromScore: number(row, 'fromScore') ?? ('' as const), toScore: number(row, 'toScore') ?? ('' as const) },
    ...{ standard: standardNow(text(row, 'standard')), cause: text(row, 'cause') },
    ...{ reason: text(row, 'reason'), because: text(row, 'because') },
  }))
  return changes.slice(-TIER_CHANGES).reverse()
}
