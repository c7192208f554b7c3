import { ascending } from './ascending.ts'
import { percentileInc } from './percentile-inc.ts'

/** The middle value, or halfway between the middle two; undefined for none. */
export function median(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : percentileInc(ascending(numbers), 1, 2)
}
