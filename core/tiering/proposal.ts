/** One customer of an evaluation round: where they stand, and where they are to stand. */
export type Proposal = {
  customerId: string
  /** '' for none. */
  currentTier: string
  proposedTier: string
  score?: number
  /** Another tier than the proposed one, and why; '' where there is none. */
  exceptionTier: string
  reason: string
}
