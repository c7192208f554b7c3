/** Share of a bound, or of 1 near 0, that rounding may keep a score below it: 0.1 + 0.7 reaches 0.8. */
const ROUNDING = 1e-12

/** Whether a score is at a lower bound or above it, but for the rounding of what it was added up from. */
export function reachesBound(score: number, bound: number): boolean {
  return score >= bound - ROUNDING * Math.max(1, Math.abs(bound))
}
