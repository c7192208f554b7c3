import { type Comparison, comparison } from './comparison.ts'
import { sample } from './sample.ts'
import { studentInference } from './student-inference.ts'

/**
 * The change of a mean where each value before has its partner after, by the paired t test.
 *
 * No limits and no p for a single pair, or where every pair changed alike.
 *
 * @param before At least one.
 * @param after Of the same length, in the same order.
 * @see Student (1908), Biometrika 6, 1-25; R's t.test.
 */
export function pairedComparison(before: readonly number[], after: readonly number[], confidence = 0.95): Comparison {
  const changes = sample(after.map((value, i) => value - (before[i] as number)))
  const { n, mean, meanVariance } = changes
  const [was, is] = [sample(before).mean, sample(after).mean]
  const largest = Math.max(Math.abs(was), Math.abs(is))
  const inference = studentInference(mean, Math.sqrt(meanVariance), n - 1, largest, confidence)
  return comparison(was, is, mean, inference, confidence)
}
