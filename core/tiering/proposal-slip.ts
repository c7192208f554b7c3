import type { Proposal } from './proposal.ts'

export type ProposalSlip = { customerId: string; problem: 'reasonMissing' | 'unknownTier'; tier: string }

/** The first exception that cannot be approved: without a reason, or a tier that the standard does not have. */
export function proposalSlip(proposals: readonly Proposal[], tierOrder: readonly string[]): ProposalSlip | undefined {
  for (const { customerId, exceptionTier: tier, reason } of proposals) {
    if (tier === '') continue
    if (!tierOrder.includes(tier)) return { customerId, problem: 'unknownTier', tier }
    if (reason === '') return { customerId, problem: 'reasonMissing', tier }
  }
  return undefined
}
