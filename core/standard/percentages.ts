import { roundedParts } from '../maths/rounded-parts.ts'

/** Shares that sum to 1 as whole per cent that sum to 100. */
export function percentages(shares: readonly number[]): number[] {
  return roundedParts(
    shares.map((share) => share * 100),
    100,
  )
}
