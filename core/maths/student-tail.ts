import { incompleteBeta } from './incomplete-beta.ts'

/**
 * The probability that Student's t is at least as far from 0 as `t`, on either side: the p of a two-sided t test.
 *
 * @param degrees Degrees of freedom, above 0; need not be whole.
 */
export function studentTail(t: number, degrees: number): number {
  const square = t * t
  return incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5, 1 / (1 + degrees / square))
}
