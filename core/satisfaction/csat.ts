/**
 * The share of answers at or above the threshold, 0 to 1; undefined where there are none.
 *
 * @see ISO 10004:2018, which calls it top-box (threshold at the top) or top-two-box.
 */
export function csat(scores: readonly number[], threshold: number): number | undefined {
  if (scores.length === 0) return undefined
  return scores.filter((score) => score >= threshold).length / scores.length
}

/** The least satisfied answer of a scale of 5 (4), 7 (6) or 10 (8); undefined for other scales, which have no custom. */
export function csatThreshold(max: number): number | undefined {
  return { 5: 4, 7: 6, 10: 8 }[max]
}
