import type { BaseValueObject } from '@univerjs/engine-formula'
import type { Cell, FunctionResult } from '../workbook.ts'
import type { UniverParts } from './univer-parts.ts'

/**
 * What the engine writes for a function's result: one value, or an array that spills.
 *
 * A date brings its format along; a failure is `#ERROR!`, the message kept with the cell as its note. Blank is
 * empty text, since the engine shows nothing at all as 0.
 */
export function resultValue(result: FunctionResult, parts: UniverParts): BaseValueObject {
  const { ArrayValueObject, StringValueObject } = parts.formula
  if ('error' in result) return errorValue('#ERROR!', result.error, parts)
  if (!Array.isArray(result.value)) return valueObject(result.value, parts)
  const rows = result.value
  const columnCount = Math.max(0, ...rows.map((row) => row.length))
  if (!rows.length || !columnCount) return StringValueObject.create('')
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) =>
      Array.from({ length: columnCount }, (_, column) => valueObject(row[column] ?? '', parts)),
    ),
    rowCount: rows.length,
    columnCount,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  })
}

function valueObject(cell: Cell, parts: UniverParts): BaseValueObject {
  const { BooleanValueObject, NumberValueObject, StringValueObject } = parts.formula
  if (typeof cell === 'number') return NumberValueObject.create(cell)
  if (typeof cell === 'string') return StringValueObject.create(cell)
  if (typeof cell === 'boolean') return BooleanValueObject.create(cell)
  if ('date' in cell) return NumberValueObject.create(cell.date, dateFormat(cell.date))
  return errorValue(cell.error, cell.note, parts)
}

function errorValue(error: string, note: string | undefined, { formula }: UniverParts): BaseValueObject {
  const value = formula.ErrorValueObject.create(error as 'ERROR!' & typeof formula.ErrorType.NA, note ?? '')
  return note ? value.withCustomData({ note }) : value
}

/** How a date appears that comes without a format. */
export function dateFormat(serial: number): string {
  return Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss'
}
