import type { ICellData, IMutationInfo, IStyleData, Worksheet } from '@univerjs/core'
import type { Cell, Rect } from '../workbook.ts'
import type { Answers } from './answers.ts'
import { cellValue } from './cell-value.ts'
import { displayText } from './display-text.ts'
import { blank, entry } from './entry.ts'
import type { Grid } from './grid.ts'
import { noteAt, withNote } from './notes.ts'
import { formatCells } from './number-formats.ts'
import { checkRules } from './placed-rules.ts'
import { formatStyle, univerStyle } from './style.ts'

type Cells = Record<number, Record<number, ICellData>>

/** Above this many cells a script's writing cannot be undone in the grid: copying the old cells costs too much. */
const undoLimit = 50_000

/** The operations on what cells hold and how they look. */
export function cellOperations(grid: Grid, settled: () => Promise<void>) {
  const { parts } = grid

  function setFormats(p: Rect, format: (row: number, column: number) => string): null {
    if (undoable(p))
      return write(grid, p, (row, column) => ({ s: { n: formatStyle(format(row, column)) } }), { style: true })
    checkBounds(grid.sheet(p.sheetId), p)
    formatCells(grid, p, format)
    grid.injector.get(parts.core.IUndoRedoService).clearUndoRedo(grid.unitId)
    return null
  }

  return {
    async values(p) {
      await settled()
      return read(grid, p, (sheet, row, column) => grid.value(sheet, row, column))
    },
    async displayValues(p) {
      await settled()
      return read(grid, p, (sheet, row, column) => displayText(grid, sheet, row, column))
    },
    async find(p) {
      await settled()
      return found(grid, p)
    },
    formulas: (p) => read(grid, p, (sheet, row, column) => grid.formula(sheet, row, column)),
    numberFormats: (p) => read(grid, p, (sheet, row, column) => grid.pattern(sheet, row, column) || 'General'),
    setValues(p) {
      const sheet = grid.sheet(p.sheetId)
      checkSize(p, p.values)
      const entered = (row: number, column: number) =>
        entry(p.values[row - p.row + 1]?.[column - p.column + 1] as Cell, () => grid.pattern(sheet, row, column), parts)
      const written = (row: number, column: number) => {
        const before = grid.stored(sheet, row, column)
        const plain = !before || !(before.f || before.si || before.p)
        return plain ? entered(row, column) : { ...blank, ...entered(row, column) }
      }
      checkRules(grid, p, (row, column) => {
        const cell = entered(row - 1, column - 1)
        const pattern = (cell.s as IStyleData | undefined)?.n?.pattern
        return cellValue(cell, grid.reading, () => pattern ?? grid.pattern(sheet, row - 1, column - 1))
      })
      return write(grid, p, written)
    },
    clear(p) {
      const sheet = grid.sheet(p.sheetId)
      const gone = (row: number, column: number): ICellData => ({
        ...(p.contents ? { ...blank, custom: withNote(grid, sheet, row, column) } : {}),
        ...(p.formats ? { s: null } : {}),
      })
      return write(grid, p, gone, { onlyExisting: true })
    },
    setStyle(p) {
      const { numberFormat, ...others } = p.style
      if (numberFormat !== undefined && Object.keys(others).length === 0) return setFormats(p, () => numberFormat)
      const s = univerStyle(p.style)
      return write(grid, p, () => ({ s }), { style: true })
    },
    setNumberFormats(p) {
      checkSize(p, p.formats)
      return setFormats(p, (row, column) => p.formats[row - p.row + 1]?.[column - p.column + 1] ?? '')
    },
    notes: (p) => read(grid, p, (sheet, row, column) => noteAt(grid, sheet, row, column)),
    setNotes(p) {
      checkSize(p, p.notes)
      const sheet = grid.sheet(p.sheetId)
      const custom = (row: number, column: number) =>
        withNote(grid, sheet, row, column, p.notes[row - p.row + 1]?.[column - p.column + 1] ?? '')
      return write(grid, p, (row, column) => ({ custom: custom(row, column) }))
    },
  } satisfies Partial<Answers>
}

function read<T>(grid: Grid, rect: Rect, at: (sheet: Worksheet, row: number, column: number) => T): T[][] {
  const sheet = grid.sheet(rect.sheetId)
  return Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (_, column) => at(sheet, rect.row - 1 + row, rect.column - 1 + column)),
  )
}

function found(grid: Grid, rect: Rect & { pattern: string; matchCase: boolean }): [number, number][] {
  const sheet = grid.sheet(rect.sheetId)
  const pattern = new RegExp(rect.pattern, rect.matchCase ? 'u' : 'iu')
  const cells: [number, number][] = []
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      if (pattern.test(displayText(grid, sheet, row - 1, column - 1))) cells.push([row, column])
    }
  }
  return cells
}

/** Writes cells in one step. `at` counts from 0. */
function write(
  grid: Grid,
  rect: Rect,
  at: (row: number, column: number) => ICellData,
  how: { style?: boolean; onlyExisting?: boolean } = {},
): null {
  const { core, sheets } = grid.parts
  const sheet = grid.sheet(rect.sheetId)
  checkBounds(sheet, rect)
  const cellValue: Cells = {}
  for (let row = rect.row - 1; row < rect.row - 1 + rect.rows; row++) {
    const cells: Record<number, ICellData> = {}
    for (let column = rect.column - 1; column < rect.column - 1 + rect.columns; column++) {
      if (!how.onlyExisting || grid.stored(sheet, row, column)) cells[column] = at(row, column)
    }
    cellValue[row] = cells
  }
  const params = {
    unitId: grid.unitId,
    subUnitId: rect.sheetId,
    cellValue,
    ...(how.style ? { trigger: sheets.SetStyleCommand.id } : {}),
  }
  const redo: IMutationInfo = { id: sheets.SetRangeValuesMutation.id, params }
  const undo = undoable(rect) ? sheets.SetRangeValuesUndoMutationFactory(grid.injector, params) : undefined
  grid.injector.get(core.ICommandService).syncExecuteCommand(redo.id, params)
  const history = grid.injector.get(core.IUndoRedoService)
  if (!undo) history.clearUndoRedo(grid.unitId)
  else {
    history.pushUndoRedo({ unitID: grid.unitId, undoMutations: [{ id: redo.id, params: undo }], redoMutations: [redo] })
  }
  return null
}

function undoable({ rows, columns }: Rect): boolean {
  return rows * columns <= undoLimit
}

function checkSize(rect: Rect, values: unknown[][]) {
  const columns = values[0]?.length ?? 0
  if (values.length === rect.rows && values.every((row) => row.length === rect.columns)) return
  throw new Error(
    values.length !== rect.rows
      ? `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rect.rows}.`
      : `The number of columns in the data does not match the number of columns in the range. The data has ${columns} but the range has ${rect.columns}.`,
  )
}

function checkBounds(sheet: Worksheet, rect: Rect) {
  const inside =
    rect.row >= 1 &&
    rect.column >= 1 &&
    rect.row + rect.rows - 1 <= sheet.getRowCount() &&
    rect.column + rect.columns - 1 <= sheet.getColumnCount()
  if (!inside) throw new Error('Those columns or rows are out of bounds.')
}
