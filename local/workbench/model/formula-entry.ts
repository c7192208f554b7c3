import type { ICellData, Injector, Nullable } from '@univerjs/core'
import type { Grid } from './grid.ts'
import { closedRanges, extendedRanges } from './open-ranges.ts'
import type { UniverParts } from './univer-parts.ts'

type SetRangeValues = {
  unitId: string
  subUnitId: string
  cellValue?: Record<number, Record<number, Nullable<ICellData>>>
}

/**
 * Closes open ranges (`A2:A`) wherever a formula enters the grid, typed, pasted or set by a script, and lengthens
 * them when their sheet grows at its end.
 *
 * It must listen before Univer's own controllers do, since those read the formula while it is being entered.
 */
export function watchFormulaEntry({ core, sheets }: UniverParts, injector: Injector, grid: () => Grid) {
  const commands = injector.get(core.ICommandService)
  const rowCounts = new Map<string, number>()
  const growing = [sheets.InsertRowMutation.id, sheets.SetWorksheetRowCountMutation.id]

  commands.beforeCommandExecuted(({ id, params }, options) => {
    const sheetId = (params as { subUnitId?: string } | undefined)?.subUnitId
    if (growing.includes(id) && sheetId) rowCounts.set(sheetId, grid().sheet(sheetId).getRowCount())
    if (id === sheets.SetRangeValuesMutation.id && !options?.fromFormula) closeRanges(grid(), params as SetRangeValues)
  })
  commands.onCommandExecuted(({ id, params }) => {
    if (!growing.includes(id)) return
    const { subUnitId, range } = params as { subUnitId: string; range?: { startRow: number } }
    const before = rowCounts.get(subUnitId) ?? 0
    // Univer's command still writes the formulas that it moved.
    if (!range || range.startRow === before) queueMicrotask(() => lengthenRanges(grid(), subUnitId, before))
  })
}

function closeRanges(grid: Grid, { subUnitId, cellValue }: SetRangeValues) {
  for (const row of Object.values(cellValue ?? {})) {
    for (const cell of Object.values(row ?? {})) {
      if (cell?.f?.includes(':')) {
        cell.f = closedRanges(cell.f, (name) =>
          (name === undefined ? grid.sheet(subUnitId) : grid.workbook.getSheetBySheetName(name))?.getRowCount(),
        )
      }
    }
  }
}

function lengthenRanges(grid: Grid, grownSheetId: string, before: number) {
  const { core, sheets } = grid.parts
  const grown = grid.sheet(grownSheetId)
  const now = grown.getRowCount()
  if (now <= before) return
  for (const { sheetId, row, column, formula } of [...grid.formulas()]) {
    const longer = extendedRanges(formula, before, now, (name) =>
      name === undefined ? sheetId === grownSheetId : name === grown.getName(),
    )
    if (longer === formula) continue
    const cellValue = { [row]: { [column]: { f: longer } } }
    const params = { unitId: grid.unitId, subUnitId: sheetId, cellValue }
    grid.injector.get(core.ICommandService).syncExecuteCommand(sheets.SetRangeValuesMutation.id, params)
  }
}
