import type { ICellData, Injector, IRange, Nullable, Workbook, Worksheet } from '@univerjs/core'
import type { FormulaDataModel } from '@univerjs/engine-formula'
import type { Cell } from '../workbook.ts'
import { type CellReading, cellReading, cellValue } from './cell-value.ts'
import type { UniverParts } from './univer-parts.ts'

/** Rows and columns from 0, as Univer counts. */
export type Spill = IRange

type FormulaRows = Record<string, Record<string, { f?: string } | null>>

/** Reads what cells hold, spilled results included: Univer keeps those beside the sheet, not in it. */
export class Grid {
  readonly parts: UniverParts
  readonly injector: Injector
  readonly workbook: Workbook
  readonly reading: CellReading
  readonly #formulas: FormulaDataModel
  readonly #used = new Map<string, { rows: number; columns: number }>()

  constructor(parts: UniverParts, injector: Injector, workbook: Workbook) {
    this.parts = parts
    this.injector = injector
    this.workbook = workbook
    this.reading = cellReading(parts)
    this.#formulas = injector.get(parts.formula.FormulaDataModel)
    injector.get(parts.core.ICommandService).onCommandExecuted(() => this.#used.clear())
  }

  get unitId() {
    return this.workbook.getUnitId()
  }

  /** @throws Error where a script holds on to a sheet that was deleted. */
  sheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId)
    if (!sheet) throw new Error(`Sheet ${sheetId} not found`)
    return sheet
  }

  /** What the sheet itself stores in a cell. */
  stored(sheet: Worksheet, row: number, column: number): ICellData | undefined {
    return sheet.getCellMatrix().getValue(row, column) ?? undefined
  }

  /** The cell as a reader sees it: stored, or spilled into. */
  cell(sheet: Worksheet, row: number, column: number): ICellData | undefined {
    const stored = this.stored(sheet, row, column)
    if (stored && (stored.f || stored.p || (stored.v !== undefined && stored.v !== null))) return stored
    return this.spilled(sheet.getSheetId(), row, column) ?? stored
  }

  spilled(sheetId: string, row: number, column: number): ICellData | undefined {
    return this.#formulas.getArrayFormulaCellData()[this.unitId]?.[sheetId]?.[row]?.[column] ?? undefined
  }

  value(sheet: Worksheet, row: number, column: number): Cell {
    const cell = this.cell(sheet, row, column)
    return cell ? cellValue(cell, this.reading, () => this.pattern(sheet, row, column)) : ''
  }

  /** The number format of a cell; a spilled result may bring its own. Empty where there is none. */
  pattern(sheet: Worksheet, row: number, column: number): string {
    const styles = this.workbook.getStyles()
    const own = styles.getStyleByCell(this.stored(sheet, row, column))?.n?.pattern
    return own || styles.getStyleByCell(this.spilled(sheet.getSheetId(), row, column))?.n?.pattern || ''
  }

  formula(sheet: Worksheet, row: number, column: number): string {
    const cell = this.stored(sheet, row, column)
    if (!cell?.si) return cell?.f ?? ''
    return this.#formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), this.unitId) ?? ''
  }

  /** Each formula of the workbook with where it stands. */
  *formulas(): Generator<{ sheetId: string; row: number; column: number; formula: string }> {
    for (const [sheetId, rows] of Object.entries(this.#formulas.getFormulaData()[this.unitId] ?? {})) {
      for (const [row, columns] of Object.entries((rows ?? {}) as FormulaRows)) {
        for (const [column, item] of Object.entries(columns)) {
          if (item?.f) yield { sheetId, row: Number(row), column: Number(column), formula: item.f }
        }
      }
    }
  }

  /** The ranges that results spill over, but for the one from a given cell. */
  spills(sheetId: string, except?: { row: number; column: number }): Spill[] {
    const found: Spill[] = []
    const matrix = this.#formulas.getArrayFormulaRange()[this.unitId]?.[sheetId] ?? {}
    new this.parts.core.ObjectMatrix(matrix).forValue((row, column, range) => {
      if (range && !(row === except?.row && column === except.column)) found.push(range)
    })
    return found
  }

  /** How many rows and columns from the first hold anything; counted anew only once something has changed. */
  used(sheet: Worksheet): { rows: number; columns: number } {
    const id = sheet.getSheetId()
    const known = this.#used.get(id)
    if (known) return known
    const used = { rows: this.usedRows(sheet), columns: this.#usedColumns(sheet) }
    this.#used.set(id, used)
    return used
  }

  /** How many rows from the first hold anything, but for what spills from a given cell. */
  usedRows(sheet: Worksheet, except?: { row: number; column: number }): number {
    const cells = sheet.getCellMatrix().getMatrix()
    const id = sheet.getSheetId()
    const spilt = Math.max(0, ...this.spills(id, except).map((spill) => this.#spiltRows(id, spill)))
    let rows = sheet.getRowCount()
    while (rows > spilt && !Object.values(cells[rows - 1] ?? {}).some(holdsAnything)) rows--
    return rows
  }

  /** The last row, from 1, into which a result puts anything: nothing at all, as of `IF(A2:A = "", , ...)`, is blank. */
  #spiltRows(sheetId: string, { startRow, endRow, startColumn, endColumn }: Spill): number {
    const holds = (row: number) => {
      for (let column = startColumn; column <= endColumn; column++) {
        const value = this.spilled(sheetId, row, column)?.v
        if (value !== undefined && value !== null) return true
      }
      return false
    }
    let last = endRow
    while (last > startRow && !holds(last)) last--
    return last + 1
  }

  #usedColumns(sheet: Worksheet): number {
    const cells = sheet.getCellMatrix().getMatrix()
    const most = sheet.getColumnCount()
    let columns = Math.max(0, ...this.spills(sheet.getSheetId()).map((spill) => spill.endColumn + 1))
    for (const row in cells) {
      const inRow = cells[row]
      for (let column = most - 1; column >= columns; column--) if (holdsAnything(inRow?.[column])) columns = column + 1
    }
    return columns
  }
}

function holdsAnything(cell: Nullable<ICellData>): boolean {
  return Boolean(cell && (cell.f || cell.si || cell.p || (cell.v !== undefined && cell.v !== null && cell.v !== '')))
}
