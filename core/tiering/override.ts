/** A person's decision that a customer stands in another tier than the standard gives. */
export type Override = {
  customerId: string
  standard: string
  tier: string
  reason: string
  by: string
  /** First day that it holds. */
  from: number
  /** Last day that it holds; without one it holds until it is ended. */
  until?: number
}
