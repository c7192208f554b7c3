import type { Worksheet } from '@univerjs/core'
import { sheetsError } from './cell-value.ts'
import type { Grid } from './grid.ts'

/** What a cell shows. Rows and columns from 0. */
export function displayText(grid: Grid, sheet: Worksheet, row: number, column: number): string {
  const cell = grid.cell(sheet, row, column)
  const value = grid.value(sheet, row, column)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'object' && 'error' in value) return value.error
  if (typeof value === 'string') return value
  const number = typeof value === 'number' ? value : value.date
  const text = grid.parts.core.numfmt.format(grid.pattern(sheet, row, column) || 'General', number, { throws: false })
  return sheetsError(String(cell?.v))?.error ?? text
}
