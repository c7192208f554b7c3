import type { CustomData, Worksheet } from '@univerjs/core'
import type { Grid } from './grid.ts'

/** A cell's note. Rows and columns from 0. */
export function noteAt(grid: Grid, sheet: Worksheet, row: number, column: number): string {
  return (grid.stored(sheet, row, column)?.custom?.remark as string | undefined) ?? ''
}

/** What is kept with a cell of which nothing but its note stays, or another note. */
export function withNote(
  grid: Grid,
  sheet: Worksheet,
  row: number,
  column: number,
  note = noteAt(grid, sheet, row, column),
): CustomData {
  return note === '' ? null : { remark: note }
}
