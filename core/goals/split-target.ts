const MOST_DECIMALS = 6

/**
 * A total split by weights into amounts that add up to it exactly, by the largest remainder: each gets its share rounded
 * down, and what is left goes one step each to those whose share was cut most, of equal ones to the first.
 *
 * Amounts have as many decimals as the total, or those asked for where they are more. Without any weight above 0 all
 * get alike.
 *
 * @param weights 0 or more.
 * @param decimals 0 for what is counted, 2 for money.
 * @see Hamilton's method; Balinski and Young, Fair Representation, 2001.
 */
export function splitTarget(total: number, weights: readonly number[], decimals: number): number[] {
  if (weights.length === 0) return []
  const scale = 10 ** Math.max(decimals, decimalsOf(total))
  const sign = total < 0 ? -1 : 1
  const steps = Math.round(Math.abs(total) * scale)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => (whole > 0 ? (steps * weight) / whole : steps / weights.length))
  // A share that is whole but for the residue of the division is whole.
  const floors = shares.map((share) => Math.floor(share + Math.min(1e-6, 4 * Number.EPSILON * Math.max(1, share))))
  const left = steps - floors.reduce((sum, floor) => sum + floor, 0)
  const byRemainder = shares
    .map((share, at) => ({ at, rest: share - (floors[at] as number) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) floors[at] = (floors[at] as number) + 1
  return floors.map((amount) => (sign * amount) / scale)
}

/** The sum of amounts without the binary residue that adding them up leaves. */
export function exactSum(amounts: readonly number[]): number {
  const scale = 10 ** Math.max(0, ...amounts.map(decimalsOf))
  return amounts.reduce((sum, amount) => sum + Math.round(amount * scale), 0) / scale
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    if (Math.abs(Math.round(value * 10 ** decimals) / 10 ** decimals - value) < 1e-9) return decimals
  }
  return MOST_DECIMALS
}
