const language = document.documentElement.lang

const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
const money = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const scores = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })

/** A sum of money, with cents where there are any. */
export function shownMoney(amount: number): string {
  const cents = Math.round(amount * 100) / 100
  return Number.isInteger(cents) ? numbers.format(cents) : money.format(cents)
}

/** A number as people of the form's language write it; text as it is. */
export function shownValue(value: string | number): string {
  return typeof value === 'number' ? numbers.format(value) : value
}

/** A score with one decimal; '' for none. */
export function shownScore(score: number | ''): string {
  return score === '' ? '' : scores.format(score)
}
