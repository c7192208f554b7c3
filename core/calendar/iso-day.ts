const MS_PER_DAY = 86_400_000

/** A day as `2026-03-31`; '' for none. @param day Days since 1970-01-01; a time of day, its fraction, is left out. */
export function isoDay(day: number | undefined): string {
  return day === undefined ? '' : new Date(Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Whether a text is a real date written `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  const day = dayNumber(text)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day) && isoDay(day) === text
}

/** The date so many days after an ISO date. */
export function daysAfter(day: string, days: number): string {
  return isoDay(dayNumber(day) + days)
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
}
