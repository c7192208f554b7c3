/** Whether a text is a real date written `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  const midnight = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(midnight) && isoDay(midnight) === text
}

/** The UTC date of an instant in milliseconds. */
function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** The date so many days after an ISO date. */
export function daysAfter(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)
}
