/**
 * Ids for new rows in the pattern of those that are there: `C0601` after `C0600`, `118` after `117`.
 *
 * The pattern is the commonest of a text and a number at its end; the number goes on from the highest of it.
 *
 * @param ids Those that are taken, blanks among them.
 * @param count How many to give.
 * @param first The id to begin with where none is there, such as `C0001`.
 */
export function nextIds(ids: readonly string[], count: number, first: string): string[] {
  const patterns = new Map<string, { uses: number; highest: number; width: number }>()
  for (const id of ids) {
    const [, start = '', digits = ''] = /^(.*?)(\d{1,15})$/s.exec(id) ?? []
    if (digits === '') continue
    const pattern = patterns.get(start) ?? { uses: 0, highest: 0, width: digits.length }
    const highest = Math.max(pattern.highest, Number(digits))
    patterns.set(start, { uses: pattern.uses + 1, highest, width: Math.min(pattern.width, digits.length) })
  }
  const [start, { highest, width }] = [...patterns].sort(([, a], [, b]) => b.uses - a.uses)[0] ?? unused(first)
  return Array.from({ length: count }, (_, i) => start + String(highest + 1 + i).padStart(width, '0'))
}

/** The pattern of an id that is yet to be given. */
function unused(first: string): [string, { highest: number; width: number }] {
  const digits = /\d*$/.exec(first)?.[0] ?? ''
  return [first.slice(0, first.length - digits.length), { highest: Number(digits) - 1, width: digits.length }]
}
