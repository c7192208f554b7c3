import { fold } from '../headers.ts'

/**
 * What tells whose row a row is that names its customer by id or, as exports of orders often do, by name.
 *
 * @param ids The customers' ids, blanks among them.
 * @param names Their names, in the same order.
 * @returns A function from the text of a cell to the customer's id: the text itself where it is an id, the id of the
 *   one customer of that name, and the text itself where none or several have it.
 */
export function customerNames(ids: readonly string[], names: readonly string[]): (text: string) => string {
  const known = new Set(ids)
  let byName: Map<string, string> | undefined
  return (text) => {
    if (text === '' || known.has(text)) return text
    byName ??= idsByName(ids, names)
    return byName.get(fold(text)) ?? text
  }
}

function idsByName(ids: readonly string[], names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  const several = new Set<string>()
  names.forEach((name, row) => {
    const folded = fold(name)
    const id = ids[row]
    if (!folded || !id) return
    if (found.has(folded)) several.add(folded)
    found.set(folded, id)
  })
  for (const name of several) found.delete(name)
  return found
}
