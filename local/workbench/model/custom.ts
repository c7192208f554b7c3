import type { CustomData, ICommand, Workbook } from '@univerjs/core'
import type { Grid } from './grid.ts'
import type { UniverParts } from './univer-parts.ts'

type SetCustom = { unitId: string; subUnitId?: string; custom: CustomData }

export const setCustomId = 'tiersheet.mutation.set-custom'

/** The mutation that replaces what we keep with a sheet, or with the whole workbook: part of the snapshot. */
export function setCustomMutation({ core }: UniverParts): ICommand<SetCustom> {
  return {
    id: setCustomId,
    type: core.CommandType.MUTATION,
    handler(accessor, params) {
      const { unitId, subUnitId, custom } = params as SetCustom
      const workbook = accessor
        .get(core.IUniverInstanceService)
        .getUnit<Workbook>(unitId, core.UniverInstanceType.UNIVER_SHEET)
      const kept =
        subUnitId === undefined ? workbook?.getSnapshot() : workbook?.getSheetBySheetId(subUnitId)?.getConfig()
      if (!kept) return false
      kept.custom = custom
      return true
    },
  }
}

/** Without a step of its own in the history. */
export function setCustom(grid: Grid, sheetId: string | undefined, custom: CustomData): void {
  const params = { unitId: grid.unitId, ...(sheetId === undefined ? {} : { subUnitId: sheetId }), custom }
  grid.injector.get(grid.parts.core.ICommandService).syncExecuteCommand(setCustomId, params)
}
