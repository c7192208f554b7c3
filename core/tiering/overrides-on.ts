import type { Override } from './override.ts'

/**
 * The override that holds for each customer on a day, its first and its last day included.
 *
 * Of several the one that began last holds; of those that began on the same day the one further down.
 */
export function overridesOn(overrides: readonly Override[], standard: string, day: number): Map<string, Override> {
  const found = new Map<string, Override>()
  for (const override of overrides) {
    if (override.standard !== standard || override.from > day || (override.until ?? day) < day) continue
    const other = found.get(override.customerId)
    if (!other || override.from >= other.from) found.set(override.customerId, override)
  }
  return found
}
