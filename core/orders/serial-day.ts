const MS_PER_DAY = 86_400_000
const EPOCH_SERIAL = 25_569

/**
 * A calendar date as the spreadsheet's serial day (1 is 1899-12-31).
 *
 * @returns undefined where the calendar has no such day, or outside the years 1900 to 2200.
 */
export function serialDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && year <= 2200 ? date.getTime() / MS_PER_DAY + EPOCH_SERIAL : undefined
}

/** The date of a serial day; a time of day is left out. */
export function calendarDay(serial: number): { year: number; month: number; day: number } {
  const date = new Date((Math.floor(serial) - EPOCH_SERIAL) * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
