/** The day that recency is counted to: the day given, else the day after the last order; 0 where there are no orders. */
export function asOfDay(days: readonly number[], given?: number): number {
  if (given !== undefined) return given
  if (days.length === 0) return 0
  let last = -Infinity
  for (const day of days) if (day > last) last = day
  return last + 1
}
