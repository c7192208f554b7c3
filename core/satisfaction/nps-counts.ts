import { npsGroup } from './nps-group.ts'
import type { NpsCounts } from './nps-stats.ts'

/**
 * How many answers fall in each group, and how many are no answer from 0 to 10.
 *
 * @param weights One per score, 0 or more; each answer counts 1 without them. `ignored` is never weighted.
 */
export function npsCounts(scores: readonly number[], weights?: readonly number[]): NpsCounts & { ignored: number } {
  const counts = { promoters: 0, passives: 0, detractors: 0, ignored: 0 }
  scores.forEach((score, i) => {
    const group = npsGroup(score)
    if (group) counts[`${group}s`] += weights ? (weights[i] as number) : 1
    else counts.ignored += 1
  })
  return counts
}
