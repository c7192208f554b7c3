import type { FormDifference } from './form-difference.ts'

/** Why two customers are likely one; `likeness` is that of their names, 0 to 1, of which `but` takes some off. */
export type DuplicateReason =
  | { kind: 'id' | 'email' | 'phone' }
  | { kind: 'name'; likeness: number; but?: FormDifference }

export type DuplicatePair = { a: number; b: number; reasons: DuplicateReason[] }
/** Positions of the customers in the order given, and the pairs that hold them together, surest first. */
export type DuplicateGroup = { customers: number[]; pairs: DuplicatePair[] }

/** What holds together through pairs is one group; the surest come first. */
export function duplicateGroups(pairs: DuplicatePair[]): DuplicateGroup[] {
  const parent = new Map<number, number>()
  const top = (at: number): number => {
    const above = parent.get(at) ?? at
    if (above === at) return at
    const highest = top(above)
    parent.set(at, highest)
    return highest
  }
  for (const { a, b } of pairs) parent.set(top(a), top(b))
  const groups = new Map<number, DuplicatePair[]>()
  for (const pair of pairs) listed(groups, top(pair.a)).push(pair)
  return [...groups.values()]
    .map((own) => ({
      customers: [...new Set(own.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y),
      pairs: own.sort((x, y) => sureness(y) - sureness(x) || x.a - y.a || x.b - y.b),
    }))
    .sort((x, y) => surest(y) - surest(x) || (x.customers[0] as number) - (y.customers[0] as number))
}

function sureness({ reasons }: DuplicatePair): number {
  return reasons.reduce((sum, reason) => sum + (reason.kind === 'name' ? reason.likeness : 2), 0)
}

function surest({ pairs }: DuplicateGroup): number {
  return pairs[0] ? sureness(pairs[0]) : 0
}

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
