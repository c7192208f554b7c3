/** How far one KPI was attained, as `attainment` gives it; undefined where the figure is not known. */
export type WeightedKpi = { attainment: number | undefined; weight: number }

/**
 * One score from several KPIs, 0 to 100 x cap: the weighted mean of their attainment, each held to 0..cap.
 *
 * KPIs that are not known are left out and the other weights renormalised; undefined where none that counts is known.
 *
 * @param cap The most that one KPI can count for, above 0; 1 is its target.
 */
export function kpiScore(kpis: readonly WeightedKpi[], cap = 1): number | undefined {
  let sum = 0
  let total = 0
  for (const { attainment, weight } of kpis) {
    if (attainment === undefined) continue
    sum += weight * Math.min(cap, Math.max(0, attainment))
    total += weight
  }
  return total > 0 ? (100 * sum) / total : undefined
}
