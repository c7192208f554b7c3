/** What TS_CUSTOMER_FACTS can be asked for. */
export const factNames = ['LAST_NPS', 'CSAT', 'LAST_ANSWER', 'COMPLAINTS_OPEN', 'COMPLAINTS_12M', 'POINTS'] as const
export type FactName = (typeof factNames)[number]

/** Customers that one call looks up at the most. */
export const MOST_CUSTOMERS = 2000
