import { limitKeys } from './limit-keys.ts'
import type { Standard } from './standard.ts'
import type { Values } from './standard-scores.ts'

/**
 * Which customers meet the standard's limits: likely enough to order again, and quick enough to pay.
 *
 * What is not known of a customer misses no limit.
 *
 * @returns By the customer's place among the values.
 */
export function isValidCustomer({ limits }: Standard, valuesOf: (key: string) => Values): (row: number) => boolean {
  const { probability, collectDays } = limits
  const chances = probability === null ? [] : valuesOf(limitKeys.probability)
  const days = collectDays === null ? [] : valuesOf(limitKeys.collectDays)
  return (row) => (chances[row] ?? 1) >= (probability ?? 0) && (days[row] ?? 0) <= (collectDays ?? Infinity)
}
