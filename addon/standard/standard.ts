/** How customers are scored and tiered: what "Score and tier" applies, kept with the document. */
export type Standard = {
  /** Tab that holds one row per customer, and the one that holds their orders; '' without orders. */
  customers: string
  orders: string
  indicators: { key: string; direction: 1 | -1; weight: number }[]
  method: 'PERCENTRANK' | 'MINMAX'
  /** Lowest tier first. The lowest has no lower bound, the others their least score. */
  tiers: { label: string; from: number }[]
}

/** An indicator that a standard can use: a column of the customer tab, or a figure over the orders tab. */
export type Indicator = { key: string; label: string; direction: 1 | -1 }

const property = 'STANDARD'

/** The standard that was applied last in this document. */
export function savedStandard(): Standard | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  return text ? (JSON.parse(text) as Standard) : undefined
}

export function saveStandard(standard: Standard): void {
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(standard))
}
