import { asOfDay } from '../customers/as-of-day.ts'
import type { PricedOrders } from '../customers/orders.ts'
import type { BucketMethod } from '../scoring/bucket-scores.ts'
import type { RfmRule } from './rfm-rules.ts'
import { type RfmBins, type RfmScores, rfmScores } from './rfm-scores.ts'
import { rfmSegments } from './rfm-segments.ts'
import { type RfmValues, rfmValues } from './rfm-values.ts'
import { type Rfm8Segment, rfm8Segments } from './rfm8-segments.ts'

/** How customers are put into segments: by rules on their scores, or by their values against the means. */
export type Segmentation<Name> =
  | { by: 'scores'; rules: readonly RfmRule<Name>[]; others: Name }
  | { by: 'means'; names: Record<Rfm8Segment, Name> }

export type RfmOptions<Name> = {
  /** Day that recency is counted to; the day after the last order by default. Later orders are left out. */
  asOf?: number | undefined
  bins?: RfmBins
  method?: BucketMethod
  segmentation: Segmentation<Name>
}

export type Rfm<Name> = RfmValues & RfmScores & { segments: Name[] }

/**
 * Recency, frequency, monetary value, their scores and the segment of every customer, as columns of equal length.
 *
 * @returns Customers in order of first appearance.
 * @see `rfmValues`, `rfmScores`, `rfmSegments`, `rfm8Segments` for each step.
 */
export function rfm<Name>(orders: PricedOrders, options: RfmOptions<Name>): Rfm<Name> {
  const { asOf, bins = [5, 5, 5], method = 'VALUE', segmentation } = options
  const values = rfmValues(orders, asOfDay(orders.days, asOf))
  const { recency, frequency, monetary } = values
  const scores = rfmScores(recency, frequency, monetary, bins, method)
  const segments =
    segmentation.by === 'means'
      ? rfm8Segments(recency, frequency, monetary).map((segment) => segmentation.names[segment])
      : rfmSegments(scores, segmentation.rules, segmentation.others, bins)
  return { ...values, ...scores, segments }
}
