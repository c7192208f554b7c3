import { studentQuantile } from '../maths/student-quantile.ts'
import { studentTail } from '../maths/student-tail.ts'

/**
 * The limits of a change by Student's t, and the two-sided p of no change.
 *
 * @param error Standard error of the change; NaN where there is none.
 * @param largest The larger of the two means, without its sign.
 * @returns Undefined where the error can't be told from 0, as R refuses data that are essentially constant, or is too
 * large for a number.
 */
export function studentInference(
  change: number,
  error: number,
  degrees: number,
  largest: number,
  confidence: number,
): { low: number; high: number; p: number } | undefined {
  if (!(error > 10 * Number.EPSILON * largest && error < Infinity)) return undefined
  const half = studentQuantile((1 + confidence) / 2, degrees) * error
  return { low: change - half, high: change + half, p: studentTail(change / error, degrees) }
}
