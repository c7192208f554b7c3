import { InputError } from '../input-error.ts'
import { positions } from '../positions.ts'

type Tier = string | number

/**
 * How high each customer's tier stands: a higher number is a higher tier, -1 is no tier.
 *
 * Without an order numbers stand as `TS_TIER` gives them, 2 above 1, and letters as A above B, also as A级 or A类.
 *
 * @param order The tiers, lowest first.
 * @param firstRow The number of the first row of `tiers` in messages.
 * @throws InputError `nameTwice`, `notInList`, `tierRankUnknown`.
 */
export function tierRanks(
  tiers: readonly (Tier | undefined)[],
  order?: readonly Tier[] | undefined,
  firstRow = 1,
): number[] {
  if (order) {
    const rankOf = positions(order, 'tier_order')
    return tiers.map((tier, i) => {
      if (tier === undefined) return -1
      const rank = rankOf.get(`${tier}`)
      if (rank !== undefined) return rank
      throw new InputError('notInList', { argument: 'tiers', text: `${tier}`, row: i + firstRow, list: 'tier_order' })
    })
  }
  const given = tiers.filter((tier) => tier !== undefined)
  const height = given.every((tier) => heightOfNumber(tier) !== undefined) ? heightOfNumber : heightOfLetter
  const heights = tiers.map((tier, i) => {
    if (tier === undefined) return undefined
    const found = height(tier)
    if (found !== undefined) return found
    throw new InputError('tierRankUnknown', { argument: 'tiers', text: `${tier}`, row: i + firstRow })
  })
  const steps = [...new Set(heights.filter((found) => found !== undefined))].sort((a, b) => a - b)
  const rankOf = new Map(steps.map((step, rank) => [step, rank]))
  return heights.map((found) => (found === undefined ? -1 : (rankOf.get(found) as number)))
}

function heightOfNumber(tier: Tier): number | undefined {
  return typeof tier === 'number' ? tier : /^\s*\d+\s*$/.test(tier) ? Number(tier) : undefined
}

function heightOfLetter(tier: Tier): number | undefined {
  const letter = /^\s*([A-Z])\s*(?:[级类]\s*)?$/i.exec(`${tier}`)?.[1]
  return letter === undefined ? undefined : -letter.toUpperCase().charCodeAt(0)
}
