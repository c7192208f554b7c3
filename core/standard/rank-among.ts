export type Rank = {
  /** 1 for the best; equal values share the best place. */
  place: number
  of: number
  /** Share of the others, 0 to 1, that are worse; 1 where there are no others. */
  above: number
}

/** Where one of the values stands among all; undefined where it is blank. */
export function rankAmong(values: readonly (number | undefined)[], row: number, direction: 1 | -1): Rank | undefined {
  const own = values[row]
  if (own === undefined) return undefined
  let better = 0
  let worse = 0
  let of = 0
  for (const value of values) {
    if (value === undefined) continue
    of++
    const difference = direction * (value - own)
    if (difference > 0) better++
    else if (difference < 0) worse++
  }
  return { place: better + 1, of, above: of > 1 ? worse / (of - 1) : 1 }
}
