import type { FieldType } from '../tabs/tab-fields.ts'

const OWN = 'column:'

/** A cell without anything that cannot be sent: dates are `2024-03-05`, with ` 14:30:00` where they have a time. */
export type PlainCell = string | number | boolean

/** A column of the customer tab: a field's name, or `column:` and its header where it holds none that is known. */
export type Column = { key: string; type: FieldType | undefined }

/** The customer tab, or what of it is at hand; blank cells are ''. */
export type CustomerTable = { columns: readonly Column[]; rows: readonly (readonly PlainCell[])[] }

/** Filled cells by column. */
export type Cells = Record<string, PlainCell>

/** The key of a column that holds no known field. */
export function ownColumn(header: string): string {
  return `${OWN}${header}`
}

/** The header in such a key; undefined in that of a field. */
export function ownHeader(key: string): string | undefined {
  return key.startsWith(OWN) ? key.slice(OWN.length) : undefined
}
