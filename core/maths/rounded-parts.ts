/**
 * Whole numbers close to the parts that add up to a given whole number.
 *
 * Largest remainders: every part is rounded down and the largest fractions get what is missing. Parts that are 0 stay
 * 0 where others can take it.
 *
 * @param total Whole; close to the sum of the parts.
 */
export function roundedParts(parts: readonly number[], total: number): number[] {
  const rounded = parts.map(Math.floor)
  const moved = parts.map((part, at) => ({ at, fraction: part - Math.floor(part) })).filter(({ at }) => parts[at] !== 0)
  const order = moved.length > 0 ? moved : parts.map((_, at) => ({ at, fraction: 0 }))
  order.sort((a, b) => b.fraction - a.fraction)
  let missing = order.length === 0 ? 0 : total - rounded.reduce((sum, part) => sum + part, 0)
  for (let i = 0; missing > 0; i++, missing--) add(rounded, order[i % order.length]?.at, 1)
  for (let i = 0; missing < 0; i++, missing++) add(rounded, order[order.length - 1 - (i % order.length)]?.at, -1)
  return rounded
}

function add(numbers: number[], at: number | undefined, step: number): void {
  if (at !== undefined) numbers[at] = (numbers[at] as number) + step
}
