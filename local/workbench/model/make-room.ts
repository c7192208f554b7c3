import type { IUnitRange } from '@univerjs/core'
import type { Grid } from './grid.ts'
import type { Overflow } from './script-function.ts'

/** Lengthens sheets for results that did not fit, as Sheets does, and says which formulas to calculate again. */
export function makeRoom(grid: Grid, overflows: Overflow[]): IUnitRange[] {
  const { core, sheets } = grid.parts
  const commands = grid.injector.get(core.ICommandService)
  return overflows.map(({ sheetId, row, column, rows, columns }) => {
    const sheet = grid.sheet(sheetId)
    const target = { unitId: grid.unitId, subUnitId: sheetId }
    if (rows > sheet.getRowCount()) {
      commands.syncExecuteCommand(sheets.SetWorksheetRowCountMutation.id, { ...target, rowCount: rows })
    }
    if (columns > sheet.getColumnCount()) {
      commands.syncExecuteCommand(sheets.SetWorksheetColumnCountMutation.id, { ...target, columnCount: columns })
    }
    return oneCell(grid.unitId, { sheetId, row, column })
  })
}

/** One cell as the range that calculation is told of. */
export function oneCell(
  unitId: string,
  { sheetId, row, column }: { sheetId: string; row: number; column: number },
): IUnitRange {
  return { unitId, sheetId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } }
}
