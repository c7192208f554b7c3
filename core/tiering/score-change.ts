import { roundedParts } from '../maths/rounded-parts.ts'

/** A customer's score as one run counted it: value and points by the indicator's key, null for a blank. */
export type CountedScore = {
  score: number
  parts: Readonly<Record<string, readonly [value: number | null, points: number | null]>>
}

/**
 * Why an indicator gives other points than before: the customer's own value; the others' values, against which it is
 * ranked; its share of the whole, because another indicator became blank or known; or the standard itself.
 */
type ChangeCause = 'value' | 'others' | 'share' | 'standard'

export type PartChange = {
  key: string
  cause: ChangeCause
  /** To one decimal. */
  points: number
  from: number | null
  to: number | null
}

export type ScoreChange = { from: number; to: number; points: number; parts: PartChange[] }

/**
 * What moved a score between two runs, largest first; indicators that moved it by less than 0.1 are left out.
 *
 * Scores are taken to one decimal, as the sheet shows them, and the points add up to their difference exactly.
 *
 * @param sameStandard Whether both runs counted by the same version of the standard.
 */
export function scoreChange(before: CountedScore, after: CountedScore, sameStandard: boolean): ScoreChange {
  const [from, to] = [Math.round(before.score * 10), Math.round(after.score * 10)]
  const keys = [...new Set([...Object.keys(before.parts), ...Object.keys(after.parts)])]
  const exact = keys.map((key) => 10 * ((after.parts[key]?.[1] ?? 0) - (before.parts[key]?.[1] ?? 0)))
  const tenths = roundedParts(exact, to - from)
  const shared = keys.every((key) => isKnown(before, key) === isKnown(after, key))
  const parts = keys.flatMap((key, at) => {
    const points = tenths[at] as number
    if (points === 0) return []
    const [was, is] = [before.parts[key]?.[0] ?? null, after.parts[key]?.[0] ?? null]
    const unmoved = sameStandard ? (shared ? 'others' : 'share') : 'standard'
    const inBoth = key in before.parts && key in after.parts
    const cause: ChangeCause = !inBoth ? 'standard' : isSame(was, is) ? unmoved : 'value'
    return [{ key, cause, points: points / 10, from: was, to: is }]
  })
  parts.sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return { from: from / 10, to: to / 10, points: (to - from) / 10, parts }
}

function isKnown({ parts }: CountedScore, key: string): boolean {
  return (parts[key]?.[1] ?? null) !== null
}

/** Equal to four decimals: finer ones are not kept between runs. */
function isSame(was: number | null, is: number | null): boolean {
  return was === null || is === null ? was === is : Math.round(was * 1e4) === Math.round(is * 1e4)
}
