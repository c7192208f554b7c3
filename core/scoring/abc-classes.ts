/** START: by the share before a row. END: by the share up to and with it. COUNT: by the number of rows before it. */
type AbcRule = 'START' | 'END' | 'COUNT'
export type AbcClass = 'A' | 'B' | 'C'
type AbcLimits = { a?: number; b?: number; rule?: AbcRule }

/** Shares this close count as equal, so that 0.7 + 0.1 reaches 0.8. */
const ROUNDING = 1e-12

/**
 * A, B or C for each value, the largest values in A; undefined for a blank.
 *
 * Values are ranked from the largest and their running share of the total is held against the limits. The total is
 * that of the values above 0; all others are C. START gives A while the share before the value is below `a`, so that A
 * is never empty; END while the share with it is at most `a`; COUNT while the share of rows before it is below `a`.
 * Equal values are taken as one step and share a class, whatever the order of the rows.
 *
 * @param limits `a` and `b` above 0 and at most 1, ascending; 0.8 and 0.95 by default.
 * @returns As long as `values`.
 */
export function abcClasses(values: readonly (number | undefined)[], limits: AbcLimits = {}): (AbcClass | undefined)[] {
  const classOf = classByValue(
    values.filter((value) => value !== undefined),
    limits,
  )
  return values.map((value) => (value === undefined ? undefined : (classOf.get(value) ?? 'C')))
}

/** The class of each value above 0. */
function classByValue(values: number[], { a = 0.8, b = 0.95, rule = 'START' }: AbcLimits): Map<number, AbcClass> {
  const ranked = values.filter((value) => value > 0).sort((x, y) => y - x)
  const sizes = rule === 'COUNT' ? ranked.map(() => 1) : ranked
  const total = rule === 'COUNT' ? values.length : ranked.reduce((sum, value) => sum + value, 0)
  const isWithin = (share: number, limit: number) =>
    rule === 'END' ? share <= limit + ROUNDING : share < limit - ROUNDING
  const classOf = new Map<number, AbcClass>()
  let before = 0
  for (let row = 0; row < ranked.length; ) {
    const value = ranked[row] as number
    let after = before
    for (; ranked[row] === value; row++) after += sizes[row] as number
    const share = (rule === 'END' ? after : before) / total
    classOf.set(value, isWithin(share, a) ? 'A' : isWithin(share, b) ? 'B' : 'C')
    before = after
  }
  return classOf
}
