import type { Override } from './override.ts'
import type { ScoredCustomers } from './scored-customers.ts'

/** The tier of each customer: the override's where one holds, else the standard's own. */
export function overriddenTiers(
  { ids, tiers }: Pick<ScoredCustomers, 'ids' | 'tiers'>,
  overrides: ReadonlyMap<string, Pick<Override, 'tier'>>,
): (string | undefined)[] {
  return tiers.map((tier, row) => overrides.get(ids[row] as string)?.tier ?? tier)
}
