import { InputError } from '../input-error.ts'
import { type BucketMethod, bucketScores } from './bucket-scores.ts'
import { type TierLabel, tierLabels } from './tiers.ts'

/**
 * The tier of each value among the others: the lowest n-th of the values gets the first label; undefined for a blank.
 *
 * @param count Number of tiers, whole, 2 or more.
 * @param method VALUE keeps equal values together, RANK makes tiers of equal size.
 * @param labels Lowest to highest, `count` of them.
 * @throws InputError `labelCount`.
 */
export function quantileTiers(
  values: readonly (number | undefined)[],
  count = 3,
  method: BucketMethod = 'VALUE',
  labels: readonly TierLabel[] = tierLabels(count),
): (TierLabel | undefined)[] {
  if (labels.length !== count) throw new InputError('labelCount', { labels: labels.length, needed: count })
  const scores = bucketScores(
    values.filter((value) => value !== undefined),
    count,
    method,
  )
  let next = 0
  return values.map((value) => (value === undefined ? undefined : labels[(scores[next++] as number) - 1]))
}
