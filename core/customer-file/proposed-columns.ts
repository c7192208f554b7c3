import { fold } from '../headers.ts'
import { recognisedColumns } from '../tabs/recognised-columns.ts'
import { ownColumn, ownHeader } from './customer-table.ts'

/**
 * Where the columns of an import go, by their headings: fields as they are called in English, Chinese and by CRMs, and
 * the team's own columns by the same heading.
 *
 * @param keys The columns of the customer tab that may be written, by key.
 * @param closed Fields that formulas fill.
 * @returns A key for each column, undefined where it is left out.
 */
export function proposedColumns(
  header: readonly string[],
  keys: readonly string[],
  closed: ReadonlySet<string>,
): (string | undefined)[] {
  const found = Object.entries(recognisedColumns(header, 'customers'))
  const fields = new Map(found.map(([field, position]) => [position, field]))
  const own = new Map(
    keys.flatMap((key) => {
      const text = ownHeader(key)
      return text === undefined ? [] : [[fold(text), key] as const]
    }),
  )
  return header.map((text, position) => {
    const key = own.get(fold(text)) ?? fields.get(position)
    return key === undefined || closed.has(key) || text.trim() === '' ? undefined : key
  })
}

/** The key of a new column for one that is taken along. */
export function newColumn(header: string): string {
  return ownColumn(header.trim())
}
