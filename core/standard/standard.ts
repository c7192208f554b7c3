/** How values become points of 0 to 100: by rank among all customers, or by distance from the lowest to the highest. */
export type PointsMethod = 'PERCENTRANK' | 'MINMAX'

/** What reaches a tier: a least score, or a place above a share of the customers. */
export type TierCut = 'SCORE' | 'SHARE'

export type StandardIndicator = {
  /** Where its values come from: `orders:recency`, `field:complaints`, `column:Visits`. */
  key: string
  label: string
  direction: 1 | -1
  /** 0 or more; its share of the whole is weight over the sum of weights. */
  weight: number
}

export type StandardTier = {
  label: string
  /** The least score by SCORE; by SHARE the per cent of customers that stand below: 80 for the best 20 %. */
  from: number
}

/** How customers are scored and tiered: one version of one standard. */
export type Standard = {
  name: string
  /** From 1; 0 for one that was never applied. */
  version: number
  indicators: StandardIndicator[]
  method: PointsMethod
  cut: TierCut
  /** Lowest first. The lowest takes the rest: its `from` is 0. */
  tiers: StandardTier[]
  /** The product whose orders and opportunities count; '' for all. */
  product: string
  /** What a valid customer meets, or stays in the lowest tier; null for no limit. */
  limits: {
    /** Least chance, 0 to 1, to order again within a year. */
    probability: number | null
    /** Most days from order to payment, on average. */
    collectDays: number | null
  }
  note: string
}
