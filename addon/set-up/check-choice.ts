import { InputError } from '../../core/input-error.ts'
import { neededFields } from '../../core/tabs/needed-fields.ts'
import { userMessages } from '../user-language.ts'
import { NEW_COLUMN, type TabChoice } from './set-up.ts'

/** @throws InputError `missingColumn` for a field that the tab cannot do without, `columnTwice` for two in one column. */
export function checkChoice({ kind, sheet, columns }: TabChoice, header: readonly string[]): void {
  const words: Record<string, string> = userMessages().tabs[kind].headers
  const word = (field: string) => words[field] ?? field
  for (const field of neededFields[kind]) {
    if (columns[field] === undefined) throw new InputError('missingColumn', { table: sheet, column: word(field) })
  }
  const holder = new Map<number, string>()
  for (const [field, position] of Object.entries(columns)) {
    if (position === NEW_COLUMN) continue
    const column = header[position]
    if (!column) throw new InputError('missingColumn', { table: sheet, column: word(field) })
    const other = holder.get(position)
    if (other !== undefined) throw new InputError('columnTwice', { column, fields: [word(other), word(field)] })
    holder.set(position, field)
  }
}
