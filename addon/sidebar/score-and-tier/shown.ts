/** A number as the form shows it: one decimal at most, two where it is small, and '' for none. */
export function shown(value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  const digits = Math.abs(value) < 1 && value !== 0 ? 2 : 1
  return value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits })
}
