/**
 * Ids that differ from an earlier one only in case, in spaces or in full and half width: likely the same customer.
 *
 * They are never merged by themselves: which is meant, only the person knows.
 *
 * @returns The first id of each kind with the first other way it is written, in order of appearance.
 */
export function lookAlikes(ids: Iterable<string>): { id: string; other: string }[] {
  const firsts = new Map<string, string>()
  const pairs = new Map<string, { id: string; other: string }>()
  for (const id of ids) {
    const folded = fold(id)
    const first = firsts.get(folded)
    if (first === undefined) firsts.set(folded, id)
    else if (first !== id && !pairs.has(folded)) pairs.set(folded, { id: first, other: id })
  }
  return [...pairs.values()]
}

function fold(id: string): string {
  return id.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
