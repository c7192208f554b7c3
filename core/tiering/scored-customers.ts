/** One indicator of a standard over all customers, as one run of the standard counted it. */
export type ScoredIndicator = {
  key: string
  label: string
  /** Share of the whole is `weight` over the sum of weights. */
  weight: number
  /** 1 where more is better, -1 where less is. */
  direction: 1 | -1
  /** One per customer; undefined where the customer has none. */
  values: readonly (number | undefined)[]
  /** What the indicator adds to the customer's score of 0 to 100; undefined where it has no value. */
  points: readonly (number | undefined)[]
}

/** What one run of a standard gave every customer; all lists are as long as `ids`. */
export type ScoredCustomers = {
  standard: string
  version: number
  /** The standard's tiers, lowest first. */
  tierOrder: readonly string[]
  /** '' for a blank row. */
  ids: readonly string[]
  scores: readonly (number | undefined)[]
  /** By the standard alone, before manual overrides. */
  tiers: readonly (string | undefined)[]
  indicators: readonly ScoredIndicator[]
  /** Serial day that the figures are counted to. */
  asOf: number
}
