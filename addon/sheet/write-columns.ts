import { safeText } from './safe-text.ts'
import type { CellValue } from './table.ts'

/** A column to write: where its header stands, or undefined to add it at the right; one value a row. */
export type ColumnToWrite = { header: string; position: number | undefined; values: CellValue[]; numberFormat?: string }

/**
 * Writes whole columns under their headers: one write for each run of neighbouring columns, so
 * that columns which were added together, as Score and Tier are, take one.
 */
export function writeColumns(sheet: GoogleAppsScript.Spreadsheet.Sheet, width: number, columns: ColumnToWrite[]): void {
  let next = width
  const placed = columns.map((column) => ({ ...column, position: column.position ?? next++ }))
  if (next > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), next - sheet.getMaxColumns())
  for (const run of neighbours(placed)) {
    const cells = (run[0]?.values ?? []).map((_, row) => run.map((column) => shown(column, row)))
    const first = (run[0]?.position ?? 0) + 1
    run.forEach((column, index) => {
      sheet.getRange(2, first + index, Math.max(1, cells.length), 1).setNumberFormat(column.numberFormat ?? '@')
    })
    sheet.getRange(1, first, cells.length + 1, run.length).setValues([run.map((column) => column.header), ...cells])
  }
}

function shown(column: ColumnToWrite, row: number): CellValue {
  const value = column.values[row] ?? ''
  return column.numberFormat === undefined ? value : safeText(value)
}

type Placed = ColumnToWrite & { position: number }

function neighbours(columns: Placed[]): Placed[][] {
  const runs: Placed[][] = []
  for (const column of [...columns].sort((a, b) => a.position - b.position)) {
    const run = runs[runs.length - 1]
    if (run && run[run.length - 1]?.position === column.position - 1) run.push(column)
    else runs.push([column])
  }
  return runs
}
