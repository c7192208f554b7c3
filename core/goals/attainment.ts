/** A figure and what it was to be. `direction` 1: higher is better, -1: lower is. */
export type Attained = {
  actual: number
  target: number
  direction: 1 | -1
  /** The figure that counts as 0 %. */
  baseline?: number | undefined
}

/**
 * The share of a target that was reached; 1 is reached, more is better.
 *
 * With a baseline the share of the way from there to the target, whichever way that leads. Without one the ratio of
 * actual to target, where lower is better of target to actual: an actual of 0 is then better than any target, Infinity.
 *
 * @returns undefined where there is no way to go (target and baseline are equal), or where a ratio says nothing: for
 * a target of 0 that is to be exceeded and for negative targets, and negative figures of which lower is better.
 */
export function attainment({ actual, target, direction, baseline }: Attained): number | undefined {
  if (baseline !== undefined) return target === baseline ? undefined : (actual - baseline) / (target - baseline)
  if (direction === 1) return target > 0 ? actual / target : undefined
  if (target < 0 || actual < 0) return undefined
  return actual === 0 ? Infinity : target / actual
}
