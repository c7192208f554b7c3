import { asOfDay } from '../customers/as-of-day.ts'
import type { PricedOrders } from '../customers/orders.ts'
import type { BucketMethod } from '../scoring/bucket-scores.ts'
import type { RfmRule } from './rfm-rules.ts'
import { type RfmBins, type RfmScores, rfmScores } from './rfm-scores.ts'
import { rfmSegments } from './rfm-segments.ts'
import { type RfmValues, rfmValues } from './rfm-values.ts'
import { type Rfm8Segment, rfm8Segments } from './rfm8-segments.ts'

export type RfmOptions<Name> = {
  /** Day that recency is counted to; the day after the last order by default. Later orders are left out. */
  asOf?: number
  bins?: RfmBins
  method?: BucketMethod
  rules: readonly RfmRule<Name>[] | 'RFM8'
}

export type Rfm<Name> = RfmValues & RfmScores & { segments: (Name | Rfm8Segment | undefined)[] }

/**
 * Recency, frequency, monetary value, their scores and the segment of every customer, as columns of equal length.
 *
 * @returns Customers in order of first appearance; a segment is undefined where no rule accepts the scores.
 * @see `rfmValues`, `rfmScores`, `rfmSegments`, `rfm8Segments` for each step.
 */
export function rfm<Name>(
  orders: PricedOrders,
  { asOf, bins = [5, 5, 5], method = 'VALUE', rules }: RfmOptions<Name>,
): Rfm<Name> {
  const values = rfmValues(orders, asOfDay(orders.days, asOf))
  const scores = rfmScores(values.recency, values.frequency, values.monetary, bins, method)
  const segments =
    rules === 'RFM8'
      ? rfm8Segments(values.recency, values.frequency, values.monetary)
      : rfmSegments(scores, rules, bins)
  return { ...values, ...scores, segments }
}
