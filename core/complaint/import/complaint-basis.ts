import type { CustomerFinder } from '../../customer-file/customer-finder.ts'

/** What rows are read against: whose wall clock their times are, and the instant that none may lie after. */
export type ComplaintBasis = { find: CustomerFinder; timeZone: string; now: string }
