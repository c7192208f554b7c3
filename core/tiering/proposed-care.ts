import type { TierCare } from './tier-care.ts'

export type ProposedCare = Required<Omit<TierCare, 'budget'>> & {
  /** Hours. */
  firstResponse: number
  resolution: number
  /** Where the tier stands: which of the benefit texts fits. */
  place: 'highest' | 'middle' | 'lowest'
}

const STEPS = {
  contactEvery: [14, 30, 60, 90, 180],
  firstResponse: [2, 4, 8, 16, 24],
  resolution: [24, 48, 72, 96, 120],
  discountLimit: [0.15, 0.1, 0.05, 0.03, 0],
} as const

/**
 * A first playbook for a standard's tiers, highest first: the higher the tier, the more often, faster and more generous.
 *
 * The tiers are spread over five steps, the highest on the first and the lowest on the last. Levels of owners count
 * from 1 for the lowest tier to 3 for the highest.
 *
 * @param tierOrder Lowest first.
 */
export function proposedCare(tierOrder: readonly string[]): ProposedCare[] {
  const last = Math.max(1, tierOrder.length - 1)
  return [...tierOrder].reverse().map((tier, at) => {
    const share = at / last
    const of = (steps: readonly number[]) => steps[Math.round(share * (steps.length - 1))] as number
    return {
      tier,
      ownerLevel: 3 - Math.round(share * 2),
      contactEvery: of(STEPS.contactEvery),
      firstResponse: of(STEPS.firstResponse),
      resolution: of(STEPS.resolution),
      discountLimit: of(STEPS.discountLimit),
      place: at === 0 ? 'highest' : at === tierOrder.length - 1 ? 'lowest' : 'middle',
    }
  })
}
