import { InputError } from './input-error.ts'

/**
 * Where each name stands in a list of names that must differ, from 0.
 *
 * Names are the same when they read the same: 17 and "17" are, "a1", "A1" and "a1 " are not. Blanks are passed over.
 *
 * @param argument What the list is called in a message.
 * @param firstRow The number of the list's first row in a message.
 * @throws InputError `nameTwice`.
 */
export function positions(
  names: readonly (string | number | undefined)[],
  argument: string,
  firstRow = 1,
): Map<string, number> {
  const found = new Map<string, number>()
  names.forEach((name, i) => {
    if (name === undefined) return
    const text = `${name}`
    const first = found.get(text)
    if (first !== undefined) {
      throw new InputError('nameTwice', { argument, text, row: i + firstRow, first: first + firstRow })
    }
    found.set(text, i)
  })
  return found
}
