const MS_PER_DAY = 86_400_000

/** A day as `2026-03-31`; '' for none. @param day Days since 1970-01-01; a time of day, its fraction, is left out. */
export function isoDay(day: number | undefined): string {
  return day === undefined ? '' : new Date(Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 10)
}
