import { isValidCustomer } from './is-valid-customer.ts'
import { limitKeys } from './limit-keys.ts'
import type { Standard } from './standard.ts'
import type { Values } from './standard-scores.ts'

export type MissedLimit = { limit: keyof typeof limitKeys; value: number; bound: number }

/** The limits of a valid customer that one misses. @param row The customer's place among the values. */
export function missedLimits(standard: Standard, valuesOf: (key: string) => Values, row: number): MissedLimit[] {
  if (isValidCustomer(standard, valuesOf)(row)) return []
  const { probability, collectDays } = standard.limits
  return (['probability', 'collectDays'] as const).flatMap((limit) => {
    const bound = limit === 'probability' ? probability : collectDays
    const value = bound === null ? undefined : valuesOf(limitKeys[limit])[row]
    if (bound === null || value === undefined) return []
    return (limit === 'probability' ? value < bound : value > bound) ? [{ limit, value, bound }] : []
  })
}
