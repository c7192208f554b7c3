import type { ChangeText } from './change-text.ts'

/** The tabs whose rows name a customer by id, with the field that numbers their rows. */
export const linkedTabs = {
  orders: 'orderId',
  interactions: 'interactionId',
  opportunities: 'opportunityId',
  overrides: undefined,
  roundProposals: undefined,
} as const
export type LinkedTab = keyof typeof linkedTabs

/** A row of another tab that names another customer than before; `row` is its own id or, without one, its content. */
export type LinkChange = { tab: LinkedTab; row: string; before: string; after: string }

/** Such a change in the words of the Change history. */
export function linkText({ tab, row, before, after }: LinkChange): ChangeText {
  return { customerId: before, field: `${tab}#${row}`, before, after }
}

/** What the Change history says; undefined where it is not about another tab. */
export function linkOfText({ field, before, after }: ChangeText): LinkChange | undefined {
  const [, tab, row] = /^(orders|interactions|opportunities|overrides|roundProposals)#(.+)$/s.exec(field) ?? []
  return tab === undefined || row === undefined ? undefined : { tab: tab as LinkedTab, row, before, after }
}
