/** Columns by their header, and by which of the columns with this header they are, from 0. */
export type NamedColumns<T extends string> = Partial<Record<T, readonly [header: string, nth: number]>>

/** Columns as they are remembered: moving or inserting columns changes nothing. */
export function namedColumns<T extends string>(
  header: readonly string[],
  at: Partial<Record<T, number>>,
): NamedColumns<T> {
  return mapped<T, number, readonly [string, number]>(at, (position) => {
    const name = header[position]
    if (!name) return undefined
    return [name, header.slice(0, position).filter((each) => each === name).length]
  })
}

/** Where remembered columns stand now; those whose header is gone are left out. */
export function columnsNamed<T extends string>(
  header: readonly string[],
  named: NamedColumns<T>,
): Partial<Record<T, number>> {
  return mapped<T, readonly [string, number], number>(named, ([name, nth]) => {
    const places = header.flatMap((each, position) => (each === name ? [position] : []))
    return places[nth]
  })
}

function mapped<T extends string, A, B>(
  record: Partial<Record<T, A>>,
  to: (value: A) => B | undefined,
): Partial<Record<T, B>> {
  const made: Partial<Record<T, B>> = {}
  for (const [target, value] of Object.entries(record) as [T, A][]) {
    const found = value === undefined ? undefined : to(value)
    if (found !== undefined) made[target] = found
  }
  return made
}
