/** The day that recency is counted to: the day given, else the day after the last order; 0 where there are no orders. */
export function asOfDay(days: readonly number[], given?: number): number {
  return given ?? days.reduce((last, day) => Math.max(last, day), -1) + 1
}
