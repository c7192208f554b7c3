import { type Column, type CustomerTable, ownColumn } from '../../core/customer-file/customer-table.ts'
import { type FieldType, tabFields } from '../../core/tabs/tab-fields.ts'
import type { BoundTab, TabHeader } from '../sheet/tabs/bound-tab.ts'
import { plainCells } from './plain-cells.ts'

/** A column of the customer tab; `computed` where formulas fill it, so that nothing may be written there. */
export type TabColumn = Column & { header: string; position: number; computed: boolean }

/** The columns of the customer tab that have a header, left to right, each key once. */
export function customerColumns({ sheet, header, at }: TabHeader): TabColumn[] {
  const keys = new Map(Object.entries(at).map(([key, position]) => [position, key]))
  const top = header.length === 0 ? [] : sheet.getRange(1, 1, 2, header.length).getFormulas()
  const seen = new Set<string>()
  return header.flatMap((text, position) => {
    const key = keys.get(position) ?? ownColumn(text)
    if (text === '' || seen.has(key)) return []
    seen.add(key)
    const computed = top.some((row) => (row[position] ?? '') !== '')
    return [{ key, type: fieldType(key), header: text, position, computed }]
  })
}

/** The type of a customer's field; undefined for columns of the team's own. */
export function fieldType(key: string): FieldType | undefined {
  return (tabFields.customers as Record<string, FieldType>)[key]
}

/** The rows of the customer tab under some of its columns. */
export function customerTable(tab: BoundTab, columns: readonly TabColumn[]): CustomerTable {
  const plain = plainCells()
  return { columns, rows: tab.rows.map((row) => columns.map(({ position }) => plain(row[position]))) }
}
