import { InputError } from '../input-error.ts'
import type { Standard, StandardTier } from './standard.ts'

/**
 * Refuses a standard that nobody can be scored by.
 *
 * @throws InputError `standardUnnamed`, `noIndicator`, `indicatorTwice`, `weightNegative`, `blankTier`, `sameTierTwice`,
 * `tiersNotAscending`, `tierShareRange`, `probabilityRange`, `collectDaysRange`.
 */
export function checkStandard({ name, indicators, tiers, cut, limits }: Standard): void {
  if (!name.trim()) throw new InputError('standardUnnamed', undefined)
  const negative = indicators.find(({ weight }) => !(weight >= 0))
  if (negative) throw new InputError('weightNegative', { weight: negative.weight })
  if (!indicators.some(({ weight }) => weight > 0)) throw new InputError('noIndicator', undefined)
  const twice = indicators.find(({ key }, at) => indicators.findIndex((other) => other.key === key) < at)
  if (twice) throw new InputError('indicatorTwice', { indicator: twice.label })
  checkTiers(tiers)
  const outside = cut === 'SHARE' && tiers.slice(1).find(({ from }) => !(from > 0 && from < 100))
  if (outside) throw new InputError('tierShareRange', { tier: outside.label })
  const { probability, collectDays } = limits
  if (probability !== null && !(probability >= 0 && probability <= 1)) {
    throw new InputError('probabilityRange', undefined)
  }
  if (collectDays !== null && !(collectDays >= 0)) throw new InputError('collectDaysRange', undefined)
}

function checkTiers(tiers: StandardTier[]): void {
  const labels = tiers.map(({ label }) => label.trim())
  if (labels.length === 0 || labels.includes('')) throw new InputError('blankTier', undefined)
  const again = labels.find((label, at) => labels.indexOf(label) < at)
  if (again !== undefined) throw new InputError('sameTierTwice', { tier: again })
  const ascending = tiers.slice(1)
  ascending.forEach(({ label, from }, at) => {
    const below = at === 0 ? -Infinity : (ascending[at - 1] as StandardTier).from
    if (!(from > below)) throw new InputError('tiersNotAscending', { tier: label })
  })
}
