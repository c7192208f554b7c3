/** Digits after the decimal point that are told apart at most. */
const MOST_DIGITS = 6

/**
 * What one step of a column is: 1 where it holds whole numbers only, 0.1, 0.01 ... where it has decimals, and
 * 0.000001 at the finest.
 *
 * @returns Steps in one: 1, 10, 100 ... so that whole numbers of steps divide exactly.
 */
export function stepsInOne(values: readonly (number | undefined)[]): number {
  let steps = 1
  for (const value of values) {
    if (value === undefined) continue
    while (steps < 10 ** MOST_DIGITS && Math.round(value * steps) / steps !== value) steps *= 10
  }
  return steps
}
