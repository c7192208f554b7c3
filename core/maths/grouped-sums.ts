/** Looked up once: a script context's globals are slow to reach, and this runs for every amount. */
const { abs, max, round } = Math

export type GroupedSums = { add: (group: number, amount: number) => void; of: (group: number) => number }

/**
 * A running sum for each group that keeps what rounding loses on the way, so that ten times 0.1 is 1.
 *
 * A sum that misses four decimals by no more than binary fractions do is those decimals: equal amounts have equal
 * sums, whatever they were added up from.
 *
 * @param groups Number of groups, which are counted from 0.
 * @see Neumaier (1974), Zeitschrift für Angewandte Mathematik und Mechanik 54, 39-51, algorithm IV.
 */
export function groupedSums(groups: number): GroupedSums {
  const sums = new Float64Array(groups)
  const lost = new Float64Array(groups)
  return {
    add(group, amount) {
      const before = sums[group] as number
      const after = before + amount
      lost[group] =
        (lost[group] as number) + (abs(before) >= abs(amount) ? before - after + amount : amount - after + before)
      sums[group] = after
    },
    of: (group) => decimal((sums[group] as number) + (lost[group] as number)),
  }
}

function decimal(sum: number): number {
  const rounded = round(sum * 1e4) / 1e4
  return abs(rounded - sum) <= max(1e-10, abs(sum) * 5e-16) ? rounded : sum
}
