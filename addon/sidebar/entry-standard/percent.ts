/** A share as people read it, with one decimal at most: `66.7 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
