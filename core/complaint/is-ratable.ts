import type { Complaint } from './complaint.ts'

/** Whether it was resolved and nobody has rated the handling since: each resolution is rated once. */
export function isRatable({ resolutions, ratings }: Complaint): boolean {
  const [resolved, rated] = [resolutions[resolutions.length - 1], ratings[ratings.length - 1]]
  return resolved !== undefined && (rated === undefined || rated.at < resolved.at)
}
