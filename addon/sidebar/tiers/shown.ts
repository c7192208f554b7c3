const language = document.documentElement.lang
const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })

/** A number as people of the form's language write it; '' for none. */
export function shownNumber(value: number | '' | null | undefined): string {
  return typeof value === 'number' ? numbers.format(value) : ''
}

/** The day so many days after another, both as `2026-03-31`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
