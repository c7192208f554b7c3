import { textWidth } from '../../text-width.ts'
import { exception } from '../exception.ts'
import { rectOf } from './range.ts'
import { sheetFacts, workbook } from './workbook.ts'

/** The methods of Sheet that insert, delete, freeze and size rows and columns. */
export function sheetLayout(sheetId: string) {
  return {
    insertColumnsAfter(after: number, columns: number) {
      workbook('insertColumns', { sheetId, before: after + 1, columns: counted(columns) })
      return this
    },
    insertColumnsBefore(before: number, columns: number) {
      workbook('insertColumns', { sheetId, before, columns: counted(columns) })
      return this
    },
    insertColumnAfter(after: number) {
      workbook('insertColumns', { sheetId, before: after + 1, columns: 1 })
      return this
    },
    insertColumns(before: number, columns = 1) {
      workbook('insertColumns', { sheetId, before, columns: counted(columns) })
    },
    insertColumnBefore(before: number) {
      workbook('insertColumns', { sheetId, before, columns: 1 })
      return this
    },
    insertRowBefore(before: number) {
      workbook('insertRows', { sheetId, before, rows: 1 })
      return this
    },
    insertRowAfter(after: number) {
      workbook('insertRows', { sheetId, before: after + 1, rows: 1 })
      return this
    },
    insertRowsAfter(after: number, rows: number) {
      workbook('insertRows', { sheetId, before: after + 1, rows: counted(rows) })
      return this
    },
    insertRowsBefore(before: number, rows: number) {
      workbook('insertRows', { sheetId, before, rows: counted(rows) })
      return this
    },
    deleteRows(row: number, rows: number) {
      workbook('deleteRows', { sheetId, row, rows: counted(rows) })
    },
    deleteRow(row: number) {
      workbook('deleteRows', { sheetId, row, rows: 1 })
      return this
    },
    deleteColumns(column: number, columns: number) {
      workbook('deleteColumns', { sheetId, column, columns: counted(columns) })
    },
    deleteColumn(column: number) {
      workbook('deleteColumns', { sheetId, column, columns: 1 })
      return this
    },
    /** Where the columns' place is counted as before the move. */
    moveColumns(columnSpec: unknown, destinationIndex: number) {
      const { column, columns } = rectOf(columnSpec)
      workbook('moveColumns', { sheetId, column, columns, before: destinationIndex })
    },
    setFrozenRows(rows: number) {
      workbook('setFrozenRows', { sheetId, rows })
    },
    setColumnWidth(column: number, width: number) {
      workbook('setColumnWidth', { sheetId, column, columns: 1, width })
      return this
    },
    setColumnWidths(column: number, columns: number, width: number) {
      workbook('setColumnWidth', { sheetId, column, columns: counted(columns), width })
      return this
    },
    setRowHeight(row: number, height: number) {
      workbook('setRowHeight', { sheetId, row, rows: 1, height })
      return this
    },
    setRowHeights(row: number, rows: number, height: number) {
      workbook('setRowHeight', { sheetId, row, rows: counted(rows), height })
      return this
    },
    autoResizeColumn(column: number) {
      fitColumns(sheetId, column, 1)
      return this
    },
    autoResizeColumns(column: number, columns: number) {
      fitColumns(sheetId, column, counted(columns))
      return this
    },
    setHiddenGridlines(hidden: boolean) {
      workbook('setHiddenGridlines', { sheetId, hidden })
      return this
    },
  }
}

function counted(count: number): number {
  if (!(count >= 1)) throw exception('The number of rows or columns must be at least 1.')
  return count
}

/** Widths by the number of characters shown, as nothing measures text where no page is open. */
function fitColumns(sheetId: string, column: number, columns: number): void {
  const { lastRow } = sheetFacts(sheetId)
  if (lastRow === 0) return
  const texts = workbook('displayValues', { sheetId, row: 1, column, rows: lastRow, columns })
  for (let index = 0; index < columns; index += 1) {
    const width = texts.reduce((widest, row) => Math.max(widest, textWidth(row[index] ?? '')), 0)
    if (width > 0) workbook('setColumnWidth', { sheetId, column: column + index, columns: 1, width: width + 16 })
  }
}
