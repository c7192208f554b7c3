import type { CellValue } from '../reading/table.ts'
import type { TabHeader } from '../tabs/bound-tab.ts'
import { fieldFormat } from '../tabs/field-format.ts'
import { makeRows } from './make-rows.ts'
import { writeBlock } from './write-cells.ts'

/** A row to write, by field; what it leaves out stays blank. */
export type NewRow = Record<string, CellValue>

/** A new row's cells in the order of a tab's columns. */
export function cellsInOrder({ header, at }: TabHeader, row: NewRow): CellValue[] {
  const cells: CellValue[] = header.map(() => '')
  for (const [field, position] of Object.entries(at)) cells[position] = row[field] ?? ''
  return cells
}

/** Writes whole rows of a tab, each column in its field's format, in one write; rows that the sheet lacks are made. */
export function writeRows(tab: TabHeader, first: number, rows: CellValue[][]): void {
  const { sheet, kind, header, at } = tab
  if (rows.length === 0) return
  makeRows(sheet, first + rows.length - 1)
  const formats: (string | undefined)[] = header.map(() => undefined)
  for (const [field, position] of Object.entries(at)) formats[position] = fieldFormat(kind, field)
  writeBlock(sheet.getRange(first, 1, rows.length, header.length), rows, formats)
}
