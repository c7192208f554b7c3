import { messages } from './language.ts'

/** A share as the language writes it, with one decimal at most: `66.7 %`. */
export function percent(share: number): string {
  return messages.form.percent(
    (share * 100).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }),
  )
}
