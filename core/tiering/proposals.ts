import type { Proposal } from './proposal.ts'
import type { ScoredCustomers } from './scored-customers.ts'

/** The customers that a round would move, in the order of rows. */
export function proposals(
  { ids, scores }: Pick<ScoredCustomers, 'ids' | 'scores'>,
  tiers: readonly (string | undefined)[],
  currentTier: (row: number) => string,
): Proposal[] {
  return ids.flatMap((customerId, row) => {
    const [current, proposedTier, score] = [currentTier(row), tiers[row] ?? '', scores[row]]
    if (customerId === '' || current === proposedTier) return []
    const proposal = { customerId, currentTier: current, proposedTier, exceptionTier: '', reason: '' }
    return [score === undefined ? proposal : { ...proposal, score }]
  })
}
