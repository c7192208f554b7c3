import { TEXT_FORMAT } from './safe-text.ts'
import type { CellValue } from './table.ts'
import { writeCells } from './write-cells.ts'

/** A column to write: where its header stands, or undefined to add it at the right; one value a row; text by default. */
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
    const rows = run[0]?.values.length ?? 0
    const range = sheet.getRange(1, (run[0]?.position ?? 0) + 1, rows + 1, run.length)
    const formats = run.map(({ numberFormat = TEXT_FORMAT }) => numberFormat)
    writeCells(
      range,
      [run.map(({ header }) => header), ...filled(rows, (row) => run.map(({ values }) => values[row] ?? ''))],
      [run.map(() => TEXT_FORMAT), ...filled(rows, () => formats)],
    )
  }
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

function filled<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index))
}
