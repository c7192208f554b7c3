import type { CheckedRow } from './entry-check.ts'

/** `share` is the mean of the customers' shares, 0 to 1; `complete` are those with all required fields. */
export type OwnerCompleteness = { owner: string; customers: number; complete: number; share: number; wrong: number }

/**
 * How complete the customers of each owner are, least complete first; customers without an owner under ''.
 *
 * @param owners The owner of each row of the tab.
 */
export function ownerCompleteness(rows: readonly CheckedRow[], owners: readonly string[]): OwnerCompleteness[] {
  const sums = new Map<string, OwnerCompleteness>()
  for (const { row, share, missing, wrong } of rows) {
    const owner = owners[row]?.trim() ?? ''
    const sum = sums.get(owner) ?? { owner, customers: 0, complete: 0, share: 0, wrong: 0 }
    sum.customers += 1
    sum.complete += missing.length === 0 ? 1 : 0
    sum.share += share
    sum.wrong += wrong.length
    sums.set(owner, sum)
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, share: sum.share / sum.customers }))
    .sort((a, b) => a.share - b.share || b.customers - a.customers || (a.owner < b.owner ? -1 : 1))
}
