import { reachesBound } from '../scoring/reaches-bound.ts'
import type { TierCut } from './standard.ts'

/** How many bounds a score has reached: 0 is the lowest tier. */
export function tierPlace(score: number, bounds: readonly number[], cut: TierCut): number {
  let place = 0
  for (const bound of bounds) if (cut === 'SCORE' ? reachesBound(score, bound) : score > bound) place++
  return place
}
