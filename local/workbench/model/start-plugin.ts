import type { Injector, Univer } from '@univerjs/core'
import type { Calculation } from './calculation.ts'
import { watchFormulaEntry } from './formula-entry.ts'
import type { Grid } from './grid.ts'
import type { UniverParts } from './univer-parts.ts'

/** Puts our parts in after Univer's plugins have registered theirs and before any of those are made. */
export function registerStart(
  parts: UniverParts,
  univer: Univer,
  injector: Injector,
  makeCalculation: () => Calculation,
  grid: () => Grid,
) {
  class WorkbenchPlugin extends parts.core.Plugin {
    static override pluginName = 'TIERSHEET_WORKBENCH'
    static override type = parts.core.UniverInstanceType.UNIVER_SHEET
    protected override _injector = injector
    override onStarting() {
      injector.replace([
        parts.sheetsFormula.TriggerCalculationController,
        { useFactory: () => makeCalculation() as never },
      ])
      watchFormulaEntry(parts, injector, grid)
    }
  }
  univer.registerPlugin(WorkbenchPlugin)
}
