import type { Comparison } from '../statistics/comparison.ts'

/**
 * About how many more cases on each side would show a change as large as the one seen, were the cases alike: the
 * interval narrows by the root of their number.
 *
 * @param n Cases of both sides together.
 * @returns Of the two sides together; undefined where the change is none or for the worse, or the interval shows it.
 */
export function casesNeeded(
  { change, low, high }: Pick<Comparison, 'change' | 'low' | 'high'>,
  direction: 1 | -1,
  n: number,
): number | undefined {
  if (low === undefined || high === undefined) return undefined
  const gain = direction * change
  const margin = direction === 1 ? change - low : high - change
  if (gain <= 0 || margin < gain) return undefined
  return Math.max(1, Math.ceil(n * ((margin / gain) ** 2 - 1)))
}
