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
  const means = [recency, frequency, monetary].map((column) => column.reduce((sum, x) => sum + x, 0) / column.length)
  const [meanR, meanF, meanM] = means as [number, number, number]
  return recency.map((days, i) => {
    const r = days <= meanR ? 'H' : 'L'
    const f = (frequency[i] as number) > meanF ? 'H' : 'L'
    const m = (monetary[i] as number) > meanM ? 'important' : 'general'
    return `${m}${NEEDS[`${r}${f}`]}` as const
  })
}
