/** A tier's line of the playbook: who serves it, how often and how fast, with what. */
export type TierCare = {
  tier: string
  /** The least level that its customers' owner must have. */
  ownerLevel?: number
  /** Days from one contact to the next. */
  contactEvery?: number
  /** Share of the list price, 0 to 1. */
  discountLimit?: number
  /** What may be given as discounts. */
  budget?: number
}
