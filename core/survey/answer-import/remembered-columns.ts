import type { AnswerColumns, AnswerTarget } from './answer-plan.ts'

/** Columns by their header, and by which of the columns with this header they are, from 0. */
export type NamedColumns = Partial<Record<AnswerTarget, readonly [header: string, nth: number]>>

/** Columns as they are remembered: moving or inserting columns changes nothing. */
export function namedColumns(header: readonly string[], at: AnswerColumns): NamedColumns {
  return mapped(at, (position) => {
    const name = header[position]
    if (!name) return undefined
    return [name, header.slice(0, position).filter((each) => each === name).length] as const
  })
}

/** Where remembered columns stand now; those whose header is gone are left out. */
export function columnsNamed(header: readonly string[], named: NamedColumns): AnswerColumns {
  return mapped(named, ([name, nth]) => {
    const places = header.flatMap((each, position) => (each === name ? [position] : []))
    return places[nth]
  })
}

function mapped<A, B>(
  record: Partial<Record<AnswerTarget, A>>,
  to: (value: A) => B | undefined,
): Partial<Record<AnswerTarget, B>> {
  const made: Partial<Record<AnswerTarget, B>> = {}
  for (const [target, value] of Object.entries(record) as [AnswerTarget, A][]) {
    const found = value === undefined ? undefined : to(value)
    if (found !== undefined) made[target] = found
  }
  return made
}
