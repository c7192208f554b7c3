import type { Rect } from '../../../workbench/workbook.ts'
import { fromCell, toCell } from '../cells.ts'
import { exception } from '../exception.ts'
import { spreadsheetZone, workbook } from './workbook.ts'

/** The methods of Range that read and write what cells hold. */
export function rangeValues(rect: Rect) {
  const first = { ...rect, rows: 1, columns: 1 }
  return {
    getValues: () => read(rect),
    getValue: () => read(first)[0]?.[0],
    getDisplayValues: () => workbook('displayValues', rect),
    getDisplayValue: () => workbook('displayValues', first)[0]?.[0],
    getFormulas: () => workbook('formulas', rect),
    getFormula: () => workbook('formulas', first)[0]?.[0],
    isBlank: () => read(rect).every((row) => row.every((value) => value === '')),
    setValues(values: unknown[][]) {
      write(rect, checkedGrid(values, rect))
      return this
    },
    setValue(value: unknown) {
      write(rect, filled(rect, value))
      return this
    },
    setFormulas(formulas: string[][]) {
      write(
        rect,
        checkedGrid(formulas, rect).map((row) => row.map(asFormula)),
      )
      return this
    },
    setFormula(formula: string) {
      write(rect, filled(rect, asFormula(formula)))
      return this
    },
    clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }) {
      clearCells(rect, options)
      return this
    },
    clearContent() {
      clearCells(rect, { contentsOnly: true })
      return this
    },
    clearFormat() {
      clearCells(rect, { formatOnly: true })
      return this
    },
  }
}

/** Clears contents, formats, or both where neither is named. */
export function clearCells(rect: Rect, options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): void {
  const both = options.contentsOnly === options.formatOnly
  workbook('clear', { ...rect, contents: both || !!options.contentsOnly, formats: both || !!options.formatOnly })
}

/** Rows of as many values as the cells that they are for. Throws Sheets' own sentences. */
export function checkedGrid<T>(grid: T[][], { rows, columns }: Rect): T[][] {
  if (!Array.isArray(grid) || !Array.isArray(grid[0])) {
    throw exception('The parameters do not match the method signature: rows of cells were expected.')
  }
  if (grid.length !== rows) throw mismatch('rows', grid.length, rows)
  const uneven = grid.find((row) => row.length !== columns)
  if (uneven !== undefined) throw mismatch('columns', uneven.length, columns)
  return grid
}

function mismatch(what: 'rows' | 'columns', given: number, wanted: number): Error {
  return exception(
    `The number of ${what} in the data does not match the number of ${what} in the range. ` +
      `The data has ${given} but the range has ${wanted}.`,
  )
}

function read(rect: Rect) {
  const zone = spreadsheetZone()
  return workbook('values', rect).map((row) => row.map((cell) => fromCell(cell, zone)))
}

function write(rect: Rect, values: unknown[][]): void {
  const zone = spreadsheetZone()
  workbook('setValues', { ...rect, values: values.map((row) => row.map((value) => toCell(value, zone))) })
}

function filled<T>({ rows, columns }: Rect, value: T): T[][] {
  return Array.from({ length: rows }, () => Array<T>(columns).fill(value))
}

function asFormula(formula: string): string {
  return formula === '' || formula.startsWith('=') ? formula : `=${formula}`
}
