import { moments } from '../maths/moments.ts'

/** The sample standard deviation, as STDEV. @param values Two at least. */
export function sampleDeviation(values: readonly number[]): number {
  const { n, squares } = moments(values)
  return Math.sqrt(squares / (n - 1))
}
