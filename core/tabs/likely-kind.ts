import { recognisedColumns } from './recognised-columns.ts'
import type { TabKind } from './tab-fields.ts'

/** What a tab must have to be one of a kind, and what speaks for it. */
const signs = {
  orders: {
    needs: ['customerId', 'orderDate', 'amount'],
    speaks: ['orderId', 'product', 'paidDate', 'dueDate', 'listPrice'],
  },
  interactions: {
    needs: ['customerId', 'contactDate'],
    speaks: ['channel', 'purpose', 'outcome', 'interactionId'],
  },
  opportunities: { needs: ['customerId', 'stage'], speaks: ['amount', 'expectedClose', 'opportunityId'] },
  staff: { needs: ['name'], speaks: ['staffId', 'position', 'level', 'skills', 'capacity'] },
  customers: {
    needs: ['customer'],
    speaks: ['customerId', 'email', 'phone', 'owner', 'segment', 'source', 'industry', 'tier', 'city'],
  },
} as const

export type KnownKind = keyof typeof signs

/**
 * What kind of tab a header looks like; undefined where it looks like none.
 *
 * Orders, interactions and opportunities name a customer too, so a customer file is what has a customer's name or id
 * with two facts about them and is none of the others.
 *
 * @returns The kind, and how many signs speak for it.
 */
export function likelyKind(header: readonly string[]): { kind: KnownKind; signs: number } | undefined {
  const ranked = (Object.keys(signs) as KnownKind[])
    .map((kind) => ({ kind, signs: strength(header, kind) }))
    .filter((each) => each.signs > 0)
    .sort((a, b) => b.signs - a.signs)
  return ranked[0]
}

function strength(header: readonly string[], kind: KnownKind): number {
  const found = recognisedColumns(header, kind as TabKind) as Record<string, number | undefined>
  const { needs, speaks } = signs[kind]
  const has = (field: string) => found[field] !== undefined
  const names = kind === 'customers' && has('customerId')
  if (!names && !needs.every(has)) return 0
  const spoken = speaks.filter(has).length
  return spoken >= 2 || (names && spoken >= 1) || kind === 'orders' ? needs.length + spoken : 0
}
