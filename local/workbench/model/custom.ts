import type { ICommand, Workbook } from '@univerjs/core'
import type { Grid } from './grid.ts'
import type { UniverParts } from './univer-parts.ts'

type SetCustom = { unitId: string; subUnitId?: string; key: string; value: unknown }

export const setCustomId = 'tiersheet.mutation.set-custom'

/** The mutation that replaces one thing of what we keep with a sheet, or with the whole workbook: part of the snapshot. */
export function setCustomMutation({ core }: UniverParts): ICommand<SetCustom> {
  return {
    id: setCustomId,
    type: core.CommandType.MUTATION,
    handler(accessor, params) {
      const { unitId, subUnitId, key, value } = params as SetCustom
      const workbook = accessor
        .get(core.IUniverInstanceService)
        .getUnit<Workbook>(unitId, core.UniverInstanceType.UNIVER_SHEET)
      const kept =
        subUnitId === undefined ? workbook?.getSnapshot() : workbook?.getSheetBySheetId(subUnitId)?.getConfig()
      if (!kept) return false
      kept.custom = { ...kept.custom, [key]: value }
      return true
    },
  }
}

/** Replaces it without a step in the history. */
export function setCustom(grid: Grid, sheetId: string | undefined, key: string, value: unknown): void {
  const params = customParams(grid, sheetId, key, value)
  grid.injector.get(grid.parts.core.ICommandService).syncExecuteCommand(setCustomId, params)
}

/** Replaces it in a step of its own that can be undone in the grid. */
export function setCustomUndoably(grid: Grid, sheetId: string, key: string, value: unknown): void {
  const { core } = grid.parts
  const before = { id: setCustomId, params: customParams(grid, sheetId, key, customOf(grid, sheetId, key)) }
  const after = { id: setCustomId, params: customParams(grid, sheetId, key, value) }
  grid.injector.get(core.ICommandService).syncExecuteCommand(after.id, after.params)
  const step = { unitID: grid.unitId, undoMutations: [before], redoMutations: [after] }
  grid.injector.get(core.IUndoRedoService).pushUndoRedo(step)
}

/** Something that is kept with a sheet. */
export function customOf(grid: Grid, sheetId: string, key: string): unknown {
  return grid.sheet(sheetId).getConfig().custom?.[key]
}

export function customParams(grid: Grid, sheetId: string | undefined, key: string, value: unknown): SetCustom {
  return { unitId: grid.unitId, ...(sheetId === undefined ? {} : { subUnitId: sheetId }), key, value }
}
