import { completeness } from '../scoring/completeness.ts'
import type { EntryRule } from './entry-rule.ts'
import { type EntryCell, isBlankEntry, wrongEntry } from './wrong-entry.ts'

/** The customer tab's columns by field, equally long; a field without a column is blank throughout. */
export type EntryColumns = Readonly<Record<string, readonly EntryCell[] | undefined>>

/** `row` counts from 0; `share` is the part of the required fields that are filled, 0 to 1. */
export type CheckedRow = { row: number; share: number; missing: string[]; wrong: WrongCell[] }
type WrongCell = { row: number; field: string; why: Exclude<EntryRule['format'], ''> }

/**
 * What each customer's row lacks by the rules, and what of it is wrong. Rows without an id are no customers.
 *
 * Where nothing is required every row is complete.
 */
export function entryCheck(columns: EntryColumns, rules: readonly EntryRule[]): CheckedRow[] {
  const ids = columns.customerId ?? []
  const required = rules.filter((rule) => rule.required).map(({ field }) => field)
  const records = ids.map((_, row) => required.map((field) => columns[field]?.[row] ?? ''))
  const shares = required.length === 0 ? [] : completeness(records)
  return ids.flatMap((id, row) => {
    if (isBlankEntry(id)) return []
    const missing = required.filter((field) => isBlankEntry(columns[field]?.[row]))
    const wrong = rules.flatMap((rule) => {
      const why = wrongEntry(rule, columns[rule.field]?.[row] ?? '')
      return why ? [{ row, field: rule.field, why }] : []
    })
    return [{ row, share: required.length === 0 ? 1 : (shares[row] ?? 0), missing, wrong }]
  })
}
