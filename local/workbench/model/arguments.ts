import type { ICellData, Nullable, Styles } from '@univerjs/core'
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula'
import type { Cell, FunctionArgument } from '../workbook.ts'
import { type CellReading, cellValue } from './cell-value.ts'

/** The row after the last one of a sheet that holds anything, but for what spills from one formula's cell. */
export type UsedRows = (sheetId: string, formula: { row: number; column: number }) => number

/**
 * What a custom function is given for one argument: a single cell's value, or a range as rows; blank is ''.
 *
 * A range that reaches the bottom of its sheet is cut after the sheet's last used row, so that `A:A` is no longer
 * than the data; all open ranges of a sheet stay equally long.
 */
export function functionArgument(
  variant: FunctionVariantType,
  reading: CellReading,
  usedRows: (sheetId: string) => number,
): FunctionArgument {
  const rows = variant.isReferenceObject()
    ? referenceRows(variant as BaseReferenceObject, reading, usedRows)
    : valueRows(variant as BaseValueObject, reading)
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
  return only ?? rows
}

function referenceRows(
  reference: BaseReferenceObject,
  reading: CellReading,
  usedRows: (sheetId: string) => number,
): Cell[][] {
  const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition()
  const open = endRow === reference.getActiveSheetRowCount() - 1 && endRow > startRow
  const end = open ? Math.max(startRow, Math.min(endRow, usedRows(reference.getSheetId()) - 1)) : endRow
  const styles = reference.getCurrentStylesData() as Styles
  const cellAt = cellReader(reference)
  const rows: Cell[][] = []
  for (let row = startRow; row <= end; row++) {
    const cells: Cell[] = []
    for (let column = startColumn; column <= endColumn; column++) {
      const cell = cellAt(row, column)
      cells.push(cell ? cellValue(cell, reading, () => patternAt(reference, styles, cell, row, column)) : '')
    }
    rows.push(cells)
  }
  return rows
}

/**
 * The reference's own reading, with what it looks up for each cell looked up once: what this calculation has made
 * so far, what spilled before, what is stored.
 */
function cellReader(reference: BaseReferenceObject): (row: number, column: number) => Nullable<ICellData> {
  const made = reference.getCurrentRuntimeSheetData()
  const spilling = reference.getCurrentRuntimeActiveArrayFormulaCellData()
  const spilled = reference.getCurrentActiveArrayFormulaCellData()
  const stored = reference.getCurrentActiveSheetData()?.cellData
  return (row, column) => {
    const now = made?.getValue(row, column) || spilling?.getValue(row, column)
    if (now) return now
    return spilled?.getValue(row, column) ? reference.getCellData(row, column) : stored?.getValue(row, column)
  }
}

/** A cell's number format. While formulas are calculated their results carry no format, so the stored cell tells. */
function patternAt(reference: BaseReferenceObject, styles: Styles, cell: ICellData, row: number, column: number) {
  return (
    styles.getStyleByCell(cell)?.n?.pattern ||
    reference.getCellPattern(reference.getUnitId(), reference.getSheetId(), row, column)
  )
}

/** A literal, an array such as `{60,80}`, or what another function gave back. */
function valueRows(value: BaseValueObject, reading: CellReading): Cell[][] {
  if (!value.isArray()) return [[plain(value, reading)]]
  const array = value as BaseValueObject & {
    getArrayValue(): Nullable<BaseValueObject>[][]
    getRowCount(): number
    getColumnCount(): number
  }
  const columns = array.getColumnCount()
  return array
    .getArrayValue()
    .map((row) => Array.from({ length: columns }, (_, column) => (row[column] ? plain(row[column], reading) : '')))
}

function plain(value: BaseValueObject, reading: CellReading): Cell {
  if (value.isNull()) return ''
  if (value.isError()) {
    const note = (value.getCustomData() as { note?: string } | undefined)?.note
    return note ? { error: String(value.getValue()), note } : { error: String(value.getValue()) }
  }
  if (value.isNumber() && reading.isDatePattern(value.getPattern())) return { date: value.getValue() as number }
  return value.getValue() as string | number | boolean
}
