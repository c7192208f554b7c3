const language = document.documentElement.lang
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
const cents = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A sum of money as people of the form's language write it, with cents where there are any. */
export function money(amount: number): string {
  const rounded = Math.round(amount * 100) / 100
  return (Number.isInteger(rounded) ? whole : cents).format(rounded)
}
