/** What the playbook's lists look at in a customer. */
export type CaredCustomer = {
  customerId: string
  /** '' for none. */
  tier: string
  /** Day of the last contact. */
  lastContact?: number
  /** 0 to 10. */
  latestNps?: number
  openComplaints: number
  /** The owner's level; undefined where there is no owner or the staff list does not know them. */
  ownerLevel?: number
  /** The tier before, where the last run moved the customer down. */
  fellFrom?: string
  /** Whether they agreed to be written to, and can be. */
  reachable: boolean
}
