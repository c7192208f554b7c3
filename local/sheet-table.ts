import type { Cell } from './workbench/workbook.ts'

export type ColumnType = 'text' | 'number' | 'money' | 'date' | 'formula'

/**
 * A tab to be written into a new workbook.
 *
 * Rows are as wide as `columns`; `''` is a cell to leave empty, because a formula may spill over it.
 * Only in columns of type `formula` does a text that begins with `=` count as one.
 * A tab with no `header` begins with its first row.
 */
export type SheetTable = { name: string; header: string[]; columns: ColumnType[]; rows: Cell[][] }
