import type { TabField } from './tab-fields.ts'

/** The tabs that a team fills in itself, with the fields that each cannot do without. */
export const neededFields = {
  customers: ['customerId'],
  orders: ['customerId', 'orderDate', 'amount'],
  interactions: ['customerId', 'contactDate'],
  staff: ['name'],
  opportunities: ['customerId', 'stage'],
} as const satisfies {
  [K in 'customers' | 'orders' | 'interactions' | 'staff' | 'opportunities']: readonly TabField<K>[]
}

/** A tab that a team fills in itself. */
export type TeamTab = keyof typeof neededFields
export const teamTabs = Object.keys(neededFields) as TeamTab[]
