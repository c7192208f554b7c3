import type { Rect } from '../../../workbench/workbook.ts'
import { emulatedInParts } from '../emulated.ts'
import { exception } from '../exception.ts'
import { a1OfRect } from './a1.ts'
import { linePlace, metadataMethods } from './developer-metadata.ts'
import { protect } from './protection.ts'
import { rangeFormats } from './range-formats.ts'
import { rangeValidations } from './range-validations.ts'
import { rangeValues } from './range-values.ts'
import { sheetOf } from './sheet.ts'
import { textFinder } from './text-finder.ts'
import { sheetFacts, workbook } from './workbook.ts'

export type Range = object

const rects = new WeakMap<object, Rect>()

export function rangeOf(rect: Rect): Range {
  const range = emulatedInParts(
    'Range',
    rangeValues(rect),
    () => rangePlace(rect),
    () => rangeFormats(rect),
    () => rangeValidations(rect),
    () => ({
      protect: () => protect(rect.sheetId, rect),
      ...metadataMethods({ sheetId: rect.sheetId, rect }, () => linePlace(rect)),
    }),
  )
  rects.set(range, rect)
  return range
}

/** The cells that a Range given by a script stands for. */
export function rectOf(range: unknown): Rect {
  const rect = typeof range === 'object' && range !== null ? rects.get(range) : undefined
  if (rect === undefined) throw exception('The parameters do not match the method signature: a Range was expected.')
  return rect
}

/** A rectangle on a sheet after the checks that Sheet.getRange makes. */
export function checkedRect(sheetId: string, row: number, column: number, rows = 1, columns = 1): Rect {
  if (!(row >= 1)) throw exception('The starting row of the range is too small.')
  if (!(column >= 1)) throw exception('The starting column of the range is too small.')
  if (!(rows >= 1)) throw exception('The number of rows in the range must be at least 1.')
  if (!(columns >= 1)) throw exception('The number of columns in the range must be at least 1.')
  const { maxRows, maxColumns } = sheetFacts(sheetId)
  if (row + rows - 1 > maxRows || column + columns - 1 > maxColumns) {
    throw exception('The coordinates of the range are outside the dimensions of the sheet.')
  }
  return { sheetId, row, column, rows, columns }
}

function rangePlace(rect: Rect) {
  const { sheetId, row, column, rows, columns } = rect
  return {
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getHeight: () => rows,
    getWidth: () => columns,
    getLastRow: () => row + rows - 1,
    getLastColumn: () => column + columns - 1,
    getSheet: () => sheetOf(sheetId),
    getA1Notation: () => a1OfRect(rect),
    getCell: (down: number, right: number) => rangeOf(checkedRect(sheetId, row + down - 1, column + right - 1)),
    offset: (down: number, right: number, offsetRows = rows, offsetColumns = columns) =>
      rangeOf(checkedRect(sheetId, row + down, column + right, offsetRows, offsetColumns)),
    createTextFinder: (text: string) => textFinder(rect, text),
    activate() {
      workbook('select', rect)
      return this
    },
  }
}
