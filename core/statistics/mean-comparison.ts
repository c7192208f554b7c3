import { type Comparison, comparison } from './comparison.ts'
import { type Sample, sample } from './sample.ts'
import { studentInference } from './student-inference.ts'

/**
 * The change of a mean between two independent sets of values, by Welch's t test.
 *
 * No limits and no p where a side has one value, or neither side varies.
 *
 * @param before At least one.
 * @param after At least one.
 * @see Welch (1947), Biometrika 34, 28-35; R's t.test.
 */
export function meanComparison(before: readonly number[], after: readonly number[], confidence = 0.95): Comparison {
  return sampleComparison(sample(before), sample(after), confidence)
}

/** The same of values that were summed up before. */
export function sampleComparison(was: Sample, is: Sample, confidence = 0.95): Comparison {
  const variance = was.meanVariance + is.meanVariance
  const degrees = variance ** 2 / (was.meanVariance ** 2 / (was.n - 1) + is.meanVariance ** 2 / (is.n - 1))
  const largest = Math.max(Math.abs(was.mean), Math.abs(is.mean))
  const inference = studentInference(is.mean - was.mean, Math.sqrt(variance), degrees, largest, confidence)
  return comparison(was.mean, is.mean, is.mean - was.mean, inference, confidence)
}
