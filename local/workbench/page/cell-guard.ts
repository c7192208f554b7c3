import { CustomCommandExecutionError, ICommandService } from '@univerjs/core'
import {
  ClearSelectionAllCommand,
  ClearSelectionContentCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  SheetInterceptorService,
  SheetsSelectionsService,
  VALIDATE_CELL,
} from '@univerjs/preset-sheets-core'
import { type Area, intersects } from '../model/areas.ts'
import type { Model } from '../model/open-model.ts'
import { protectionsOf, rulesOf } from '../model/placed-rules.ts'
import { allows, ruleAt } from '../model/validation-rules.ts'
import type { ValidationRule } from '../workbook.ts'

export type GuardHost = {
  /** Tells why what was entered is taken back. */
  refuse(rule: ValidationRule): void
  /** Asks whether to change what is protected; its description may be empty. */
  confirm(description: string): Promise<boolean>
}

const erasing = [ClearSelectionContentCommand.id, ClearSelectionAllCommand.id]
const removing = [RemoveColByRangeCommand.id, RemoveRowByRangeCommand.id]

/** Takes back what a person enters where a rule refuses it, and asks before what is protected by a warning changes. */
export function guardCells({ grid }: Model, host: GuardHost): void {
  const commands = grid.injector.get(ICommandService)
  let confirmed = false

  grid.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(VALIDATE_CELL, {
    priority: 100,
    handler: async (before, { subUnitId, row, col }, next) => {
      const cell = { row: row + 1, column: col + 1, rows: 1, columns: 1 }
      const good = (await before) !== false && accepted(subUnitId, cell) && (await agreed(subUnitId, [cell]))
      return (await next(Promise.resolve(good))) ?? good
    },
  })

  commands.beforeCommandExecuted(({ id, params }) => {
    if (confirmed || !(erasing.includes(id) || removing.includes(id))) return
    const { subUnitId, range } = (params ?? {}) as { subUnitId?: string; range?: UniverRange }
    const sheetId = subUnitId ?? grid.workbook.getActiveSheet().getSheetId()
    const areas = (range ? [range] : selectedRanges()).map(areaOf)
    if (warnings(sheetId, areas).length === 0) return
    void agreed(sheetId, areas).then(async (yes) => {
      if (!yes) return
      confirmed = true
      await commands.executeCommand(id, params).finally(() => {
        confirmed = false
      })
    })
    throw new CustomCommandExecutionError('The person is asked first.')
  })

  function accepted(sheetId: string, { row, column }: Area): boolean {
    const sheet = grid.sheet(sheetId)
    const rule = ruleAt(rulesOf(grid, sheetId), row, column)
    if (!rule || rule.allowInvalid || grid.formula(sheet, row - 1, column - 1)) return true
    if (allows(rule, grid.value(sheet, row - 1, column - 1))) return true
    host.refuse(rule)
    return false
  }

  async function agreed(sheetId: string, areas: Area[]): Promise<boolean> {
    const [warning] = warnings(sheetId, areas)
    return warning === undefined || host.confirm(warning.description)
  }

  function warnings(sheetId: string, areas: Area[]) {
    return protectionsOf(grid, sheetId).filter(
      ({ range, warningOnly }) => warningOnly && (range === null || areas.some((area) => intersects(range, area))),
    )
  }

  function selectedRanges(): UniverRange[] {
    return grid.injector
      .get(SheetsSelectionsService)
      .getCurrentSelections()
      .map(({ range }) => range)
  }
}

type UniverRange = { startRow: number; endRow: number; startColumn: number; endColumn: number }

function areaOf({ startRow, endRow, startColumn, endColumn }: UniverRange): Area {
  return {
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  }
}
