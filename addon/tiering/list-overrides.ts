import { isoDay } from '../../core/calendar/iso-day.ts'
import type { Override } from '../../core/tiering/override.ts'
import { overridesOn } from '../../core/tiering/overrides-on.ts'
import { today } from '../sheet/now.ts'
import { customerNames } from './customer-names.ts'
import { readOverrides } from './overrides-tab.ts'

/** An override as a form shows it; days as `2026-03-31`, `until` '' without an end. */
export type ShownOverride = {
  customerId: string
  name: string
  tier: string
  reason: string
  by: string
  from: string
  until: string
  /** Whether it holds today, is to come, or is over or outdone by a later one. */
  state: 'holds' | 'coming' | 'over'
}

/** Every override of a standard: those that hold first, then those to come, then the latest that are over. */
export function listOverrides(standard: string): ShownOverride[] {
  const { overrides } = readOverrides()
  const isAny = overrides.some((override) => override.standard === standard)
  return isAny ? shownOverrides(standard, overrides, customerNames()) : []
}

/** The same of overrides and names that are read already. */
export function shownOverrides(
  standard: string,
  overrides: readonly Override[],
  names: ReadonlyMap<string, { name: string }>,
): ShownOverride[] {
  const day = today()
  const holding = new Set(overridesOn(overrides, standard, day).values())
  const own = overrides.filter((override) => override.standard === standard)
  const order = { holds: 0, coming: 1, over: 2 }
  return own
    .map((override): ShownOverride => {
      const { customerId, tier, reason, by, from, until } = override
      const isComing = from > day && (until ?? from) >= from
      return {
        ...{ customerId, name: names.get(customerId)?.name ?? '', tier, reason, by },
        ...{ from: from === 0 ? '' : isoDay(from), until: isoDay(until) },
        state: holding.has(override) ? 'holds' : isComing ? 'coming' : 'over',
      }
    })
    .reverse()
    .sort((a, b) => order[a.state] - order[b.state])
}
