import { neededFields, type TeamTab, teamTabs } from './needed-fields.ts'
import { recognisedColumns } from './recognised-columns.ts'
import type { TabField } from './tab-fields.ts'

/** What speaks for a tab to be one of a kind, beside the fields that the kind needs. */
const signs: { [K in TeamTab]: readonly TabField<K>[] } = {
  customers: ['customer', 'email', 'phone', 'owner', 'segment', 'source', 'industry', 'tier', 'city'],
  orders: ['orderId', 'product', 'paidDate', 'dueDate', 'listPrice'],
  interactions: ['channel', 'purpose', 'outcome', 'interactionId'],
  staff: ['staffId', 'position', 'level', 'skills', 'capacity'],
  opportunities: ['amount', 'expectedClose', 'opportunityId'],
}

/** How many signs a tab needs; orders are known by what they cannot do without. */
const LEAST: Record<TeamTab, number> = { customers: 1, orders: 0, interactions: 1, staff: 2, opportunities: 1 }

/**
 * What kind of tab a header looks like; undefined where it looks like none.
 *
 * A tab with a customer's name and two facts about them is a customer file even without ids: they can be given.
 *
 * @returns The kind, and how many of its fields speak for it.
 */
export function likelyKind(header: readonly string[]): { kind: TeamTab; signs: number } | undefined {
  return teamTabs
    .map((kind) => ({ kind, signs: strength(header, kind) }))
    .filter((each) => each.signs > 0)
    .sort((a, b) => b.signs - a.signs)[0]
}

function strength(header: readonly string[], kind: TeamTab): number {
  const found: Record<string, number | undefined> = recognisedColumns(header, kind)
  const spoken = signs[kind].filter((field) => found[field] !== undefined).length
  if (kind === 'customers' && found.customerId === undefined)
    return found.customer !== undefined && spoken > 2 ? spoken : 0
  const needed = neededFields[kind]
  return needed.every((field) => found[field] !== undefined) && spoken >= LEAST[kind] ? needed.length + spoken : 0
}
