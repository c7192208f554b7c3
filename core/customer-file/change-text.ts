import type { Cells, PlainCell } from './customer-table.ts'
import type { FileChange } from './file-change.ts'

/** A change as the Change history holds it: of a whole row as JSON where `field` is blank. */
export type ChangeText = { customerId: string; field: string; before: string; after: string }

/** A change in the words of the Change history. */
export function changeText(change: FileChange): ChangeText {
  if ('key' in change) {
    return { customerId: change.id, field: change.key, before: String(change.before), after: String(change.after) }
  }
  const text = (cells: Cells | undefined) => (cells ? JSON.stringify(cells) : '')
  return { customerId: change.id, field: '', before: text(change.before), after: text(change.after) }
}

/** What the Change history says; undefined where it is not about the file. Numbers are texts there (`sameCell`). */
export function changeOfText({ customerId: id, field, before, after }: ChangeText): FileChange | undefined {
  if (field !== '') return { id, key: field, before: cellOf(before), after: cellOf(after) }
  const [old, now] = [cellsOf(before), cellsOf(after)]
  return old || now ? { id, ...(old && { before: old }), ...(now && { after: now }) } : undefined
}

function cellOf(text: string): PlainCell {
  return text === 'true' || text === 'false' ? text === 'true' : text
}

function cellsOf(text: string): Cells | undefined {
  return text.startsWith('{') ? (JSON.parse(text) as Cells) : undefined
}
