import { InputError } from '../input-error.ts'
import { reachesBound } from './reaches-bound.ts'

export type TierLabel = string | number

/**
 * The tier of each score: the label of the highest threshold that the score reaches; undefined for a blank score.
 *
 * @param thresholds Ascending lower bounds; a score on a bound, but for rounding, reaches it.
 * @param labels Lowest to highest, one more than thresholds; `tierLabels` by default.
 * @throws InputError `notAscending`, `labelCount`.
 */
export function tiers(
  scores: readonly (number | undefined)[],
  thresholds: readonly number[],
  labels: readonly TierLabel[] = tierLabels(thresholds.length + 1),
): (TierLabel | undefined)[] {
  thresholds.forEach((threshold, i) => {
    const before = thresholds[i - 1]
    if (before !== undefined && threshold <= before) {
      throw new InputError('notAscending', { argument: 'thresholds', before, value: threshold })
    }
  })
  const needed = thresholds.length + 1
  if (labels.length !== needed) throw new InputError('labelCount', { labels: labels.length, needed })
  return scores.map((score) => {
    if (score === undefined) return undefined
    const above = thresholds.findIndex((threshold) => !reachesBound(score, threshold))
    return labels[above === -1 ? thresholds.length : above]
  })
}

/** The labels of tiers that have no names: C, B, A for three, else 1, 2, 3, ... from the lowest. */
export function tierLabels(count: number): TierLabel[] {
  return count === 3 ? ['C', 'B', 'A'] : Array.from({ length: count }, (_, i) => i + 1)
}
