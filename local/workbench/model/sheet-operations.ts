import type { IRange, Worksheet } from '@univerjs/core'
import type { Rect, SheetFacts } from '../workbook.ts'
import type { Answers } from './answers.ts'
import type { Grid } from './grid.ts'

/** The operations on sheets, rows, columns and the selection. */
export function sheetOperations(grid: Grid, settled: () => Promise<void>, place: { locale: string; timeZone: string }) {
  const { sheets, core } = grid.parts
  const commands = grid.injector.get(core.ICommandService)
  const selections = grid.injector.get(sheets.SheetsSelectionsService)

  async function run(id: string, params: object) {
    // A result must not land in a cell that has moved meanwhile.
    await settled()
    const done = await commands.executeCommand(id, { unitId: grid.unitId, ...params })
    if (!done) throw new Error(`The workbook refused ${id.split('.').at(-1)}.`)
    return null
  }

  /** Univer selects the rows and columns that a command adds or removes; a script leaves what the person selected. */
  async function selectionKept(sheetId: string, work: () => Promise<unknown> | unknown): Promise<null> {
    const own = selections.getWorkbookSelections(grid.unitId)
    const before = own.getSelectionsOfWorksheet(sheetId).map((each) => ({ ...each }))
    await work()
    if (before.length > 0) await run(sheets.SetSelectionsOperation.id, { subUnitId: sheetId, selections: before })
    return null
  }

  return {
    workbook() {
      const all = grid.workbook.getSheets()
      return {
        id: grid.unitId,
        name: grid.workbook.getName(),
        locale: place.locale,
        timeZone: place.timeZone,
        sheets: all.map((sheet) => facts(grid, sheet)),
        activeSheetId: (grid.workbook.getActiveSheet() ?? all[0]).getSheetId(),
      }
    },
    selection() {
      const sheet = grid.workbook.getActiveSheet()
      const range = selections.getCurrentLastSelection()?.range
      return rect(sheet, range ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 })
    },
    async select(p) {
      const sheet = grid.sheet(p.sheetId)
      if (grid.workbook.getActiveSheet()?.getSheetId() !== p.sheetId) {
        await run(sheets.SetWorksheetActiveOperation.id, { subUnitId: p.sheetId })
      }
      const range = univerRange(p)
      const primary = { ...sheet.getCellInfoInMergeData(range.startRow, range.startColumn) }
      return run(sheets.SetSelectionsOperation.id, {
        subUnitId: p.sheetId,
        selections: [{ range, primary, style: null }],
      })
    },
    async insertSheet(p) {
      if (grid.workbook.getSheetBySheetName(p.name)) {
        throw new Error(`A sheet with the name "${p.name}" already exists. Please enter another name.`)
      }
      const id = core.generateRandomId(8)
      const sheet = { id, name: p.name, rowCount: 1000, columnCount: 26 }
      await run(sheets.InsertSheetCommand.id, { index: p.index ?? grid.workbook.getSheetSize(), sheet })
      await run(sheets.SetWorksheetActiveOperation.id, { subUnitId: id })
      return facts(grid, grid.sheet(id))
    },
    async copySheet({ sheetId, name }) {
      const before = new Set(grid.workbook.getSheets().map((sheet) => sheet.getSheetId()))
      await run(sheets.CopySheetCommand.id, { subUnitId: sheetId })
      const copy = grid.workbook.getSheets().find((sheet) => !before.has(sheet.getSheetId()))
      if (!copy) throw new Error('The workbook refused to copy the sheet.')
      await run(sheets.SetWorksheetNameCommand.id, { subUnitId: copy.getSheetId(), name })
      return facts(grid, copy)
    },
    renameSheet: (p) => run(sheets.SetWorksheetNameCommand.id, { subUnitId: p.sheetId, name: p.name }),
    async setHidden(p) {
      const others = grid.workbook
        .getSheets()
        .filter((one) => one.getSheetId() !== p.sheetId && one.isSheetHidden() !== 1)
      if (p.hidden && others.length === 0) throw new Error("You can't hide all the sheets in a document.")
      const leaves = p.hidden && grid.workbook.getActiveSheet()?.getSheetId() === p.sheetId
      if (leaves) await run(sheets.SetWorksheetActiveOperation.id, { subUnitId: others[0]?.getSheetId() })
      return run(sheets.SetWorksheetHideMutation.id, { subUnitId: p.sheetId, hidden: p.hidden ? 1 : 0 })
    },
    deleteSheet: (p) => run(sheets.RemoveSheetCommand.id, { subUnitId: p.sheetId }),
    setColumnWidth(p) {
      const columns = { startColumn: p.column - 1, endColumn: p.column + p.columns - 2 }
      const range = { startRow: 0, endRow: grid.sheet(p.sheetId).getRowCount() - 1, ...columns }
      return run(sheets.SetWorksheetColWidthMutation.id, { subUnitId: p.sheetId, ranges: [range], colWidth: p.width })
    },
    setRowHeight(p) {
      const ranges = [wholeRows(grid.sheet(p.sheetId), p.row - 1, p.rows)]
      run(sheets.SetWorksheetRowHeightMutation.id, { subUnitId: p.sheetId, ranges, rowHeight: p.height })
      return run(sheets.SetWorksheetRowIsAutoHeightMutation.id, { subUnitId: p.sheetId, ranges, autoHeightInfo: 0 })
    },
    isRowFiltered: (p) => grid.sheet(p.sheetId).isRowFiltered(p.row - 1),
    setFrozenRows(p) {
      const frozen = p.rows > 0 ? { startRow: p.rows, ySplit: p.rows } : { startRow: -1, ySplit: 0 }
      return run(sheets.SetFrozenCommand.id, { subUnitId: p.sheetId, startColumn: -1, xSplit: 0, ...frozen })
    },
    setHiddenGridlines: (p) =>
      run(sheets.ToggleGridlinesMutation.id, { subUnitId: p.sheetId, showGridlines: p.hidden ? 0 : 1 }),
    insertColumns(p) {
      const sheet = grid.sheet(p.sheetId)
      const range = wholeColumns(sheet, p.before - 1, p.columns)
      const direction = p.before > sheet.getColumnCount() ? core.Direction.RIGHT : core.Direction.LEFT
      return selectionKept(p.sheetId, () =>
        run(sheets.InsertColByRangeCommand.id, { subUnitId: p.sheetId, range, direction }),
      )
    },
    async insertRows(p) {
      await settled()
      return selectionKept(p.sheetId, () => insertRows(grid, p.sheetId, p.before - 1, p.rows))
    },
    deleteRows(p) {
      const range = wholeRows(grid.sheet(p.sheetId), p.row - 1, p.rows)
      return selectionKept(p.sheetId, () => run(sheets.RemoveRowByRangeCommand.id, { subUnitId: p.sheetId, range }))
    },
    deleteColumns(p) {
      const range = wholeColumns(grid.sheet(p.sheetId), p.column - 1, p.columns)
      return selectionKept(p.sheetId, () => run(sheets.RemoveColByRangeCommand.id, { subUnitId: p.sheetId, range }))
    },
    moveColumns(p) {
      const sheet = grid.sheet(p.sheetId)
      const range = wholeColumns(sheet, p.column - 1, p.columns)
      const toRange = wholeColumns(sheet, p.before - 1, p.columns)
      return run(sheets.MoveColsCommand.id, { subUnitId: p.sheetId, range, fromRange: range, toRange })
    },
    merge: (p) =>
      run(sheets.AddWorksheetMergeCommand.id, {
        subUnitId: p.sheetId,
        selections: [univerRange(p)],
        defaultMerge: true,
      }),
    async flush() {
      await settled()
      return null
    },
  } satisfies Partial<Answers>
}

/** Inserts rows before one, counted from 0; one past the last appends. */
function insertRows(grid: Grid, sheetId: string, before: number, rows: number): void {
  const { core, sheets } = grid.parts
  const sheet = grid.sheet(sheetId)
  const atEnd = before === sheet.getRowCount()
  grid.injector.get(core.ICommandService).syncExecuteCommand(sheets.InsertRowByRangeCommand.id, {
    unitId: grid.unitId,
    subUnitId: sheetId,
    range: wholeRows(sheet, before, rows),
    direction: atEnd ? core.Direction.DOWN : core.Direction.UP,
  })
}

function facts(grid: Grid, sheet: Worksheet): SheetFacts {
  const used = grid.used(sheet)
  return {
    id: sheet.getSheetId(),
    name: sheet.getName(),
    hidden: sheet.isSheetHidden() === 1,
    maxRows: sheet.getRowCount(),
    maxColumns: sheet.getColumnCount(),
    lastRow: used.rows,
    lastColumn: used.columns,
    frozenRows: Math.max(0, sheet.getFreeze().ySplit),
  }
}

function univerRange(p: Rect): IRange {
  return {
    startRow: p.row - 1,
    startColumn: p.column - 1,
    endRow: p.row + p.rows - 2,
    endColumn: p.column + p.columns - 2,
  }
}

function rect(sheet: Worksheet, range: IRange): Rect {
  const last = { row: sheet.getRowCount() - 1, column: sheet.getColumnCount() - 1 }
  const [startRow, startColumn] = [range.startRow || 0, range.startColumn || 0]
  return {
    sheetId: sheet.getSheetId(),
    row: startRow + 1,
    column: startColumn + 1,
    rows: (Number.isNaN(range.endRow) ? last.row : range.endRow) - startRow + 1,
    columns: (Number.isNaN(range.endColumn) ? last.column : range.endColumn) - startColumn + 1,
  }
}

function wholeRows(sheet: Worksheet, first: number, count: number): IRange {
  return {
    startRow: first,
    endRow: first + count - 1,
    startColumn: 0,
    endColumn: sheet.getColumnCount() - 1,
    rangeType: 1,
  }
}

function wholeColumns(sheet: Worksheet, first: number, count: number): IRange {
  return {
    startRow: 0,
    endRow: sheet.getRowCount() - 1,
    startColumn: first,
    endColumn: first + count - 1,
    rangeType: 2,
  }
}
