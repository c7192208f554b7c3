import { groupedSums } from '../maths/grouped-sums.ts'

/** Value group and what the customer needs, of the eight classes usual in China. */
export type Rfm8Segment =
  | 'importantValue'
  | 'importantDevelopment'
  | 'importantRetention'
  | 'importantWinBack'
  | 'generalValue'
  | 'generalDevelopment'
  | 'generalRetention'
  | 'generalWinBack'

const NEEDS = {
  HH: 'Value',
  HL: 'Development',
  LH: 'Retention',
  LL: 'WinBack',
} as const

/** Share of the mean that rounding may take from it. */
const ROUNDING = 1e-12

/**
 * The class of each customer by whether its recency, frequency and monetary value are high or low against their means.
 *
 * Recency at or below the mean is high; frequency and monetary must be above theirs. Monetary tells important from
 * general; recency and frequency tell value, development, retention and win-back.
 */
export function rfm8Segments(
  recency: readonly number[],
  frequency: readonly number[],
  monetary: readonly number[],
): Rfm8Segment[] {
  const [isLongAgo, isOften, isMuch] = [aboveMean(recency), aboveMean(frequency), aboveMean(monetary)]
  return recency.map((days, i) => {
    const r = isLongAgo(days) ? 'L' : 'H'
    const f = isOften(frequency[i] as number) ? 'H' : 'L'
    const m = isMuch(monetary[i] as number) ? 'important' : 'general'
    return `${m}${NEEDS[`${r}${f}`]}` as const
  })
}

/** Tells values above the mean from those on it, so that equal amounts never are above theirs. */
function aboveMean(values: readonly number[]): (value: number) => boolean {
  const sums = groupedSums(1)
  for (const value of values) sums.add(0, value)
  const mean = sums.of(0) / values.length
  return (value) => value - mean > ROUNDING * Math.abs(mean)
}
