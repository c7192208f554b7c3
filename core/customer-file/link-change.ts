import type { ChangeText } from './change-text.ts'
import type { Cells } from './customer-table.ts'

/** The tabs whose rows name a customer by id, with the field that numbers their rows. */
export const linkedTabs = {
  orders: 'orderId',
  interactions: 'interactionId',
  opportunities: 'opportunityId',
  overrides: undefined,
  roundProposals: undefined,
} as const
export type LinkedTab = keyof typeof linkedTabs

/**
 * A row of another tab that names another customer than before; `row` is its own id or, without one, its content.
 *
 * With `cells`, the whole row, it is taken out where `after` is blank, and put back where `before` is.
 */
export type LinkChange = { tab: LinkedTab; row: string; before: string; after: string; cells?: Cells }

/** What takes such a change back. */
export function inverseLink(link: LinkChange): LinkChange {
  return { ...link, before: link.after, after: link.before }
}

/** Such a change in the words of the Change history: a row that is taken out stands there as JSON. */
export function linkText({ tab, row, before, after, cells }: LinkChange): ChangeText {
  return { customerId: before, field: `${tab}#${row}`, before: cells ? JSON.stringify(cells) : before, after }
}

/** What the Change history says; undefined where it is not about another tab. */
export function linkOfText({ customerId, field, before, after }: ChangeText): LinkChange | undefined {
  const [, tab, row] = /^(orders|interactions|opportunities|overrides|roundProposals)#(.+)$/s.exec(field) ?? []
  if (tab === undefined || row === undefined) return undefined
  const link = { tab: tab as LinkedTab, row, after }
  if (after !== '' || !before.startsWith('{')) return { ...link, before }
  return { ...link, before: customerId, cells: JSON.parse(before) as Cells }
}
