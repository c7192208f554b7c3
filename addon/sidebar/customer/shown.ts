const language = document.documentElement.lang

const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
const scores = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })

/** A number as people of the form's language write it; text as it is. */
export function shownValue(value: string | number): string {
  return typeof value === 'number' ? numbers.format(value) : value
}

/** A score with one decimal; '' for none. */
export function shownScore(score: number | ''): string {
  return score === '' ? '' : scores.format(score)
}
