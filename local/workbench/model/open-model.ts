import type { Injector, IWorkbookData, Univer, Workbook } from '@univerjs/core'
import type { CallFunction, FunctionCard, WorkbookCall, WorkbookSnapshot } from '../workbook.ts'
import type { Answers } from './answers.ts'
import { arrayFormula } from './array-formula.ts'
import { Calculation } from './calculation.ts'
import { cellOperations } from './cell-operations.ts'
import { Charts, chartOperations } from './charts.ts'
import { setCustomMutation } from './custom.ts'
import { showAsSheets } from './display.ts'
import { Grid } from './grid.ts'
import { makeRoom, oneCell } from './make-room.ts'
import { metadataOperations } from './metadata.ts'
import { movePlacedRules, ruleOperations } from './placed-rules.ts'
import { quickFormulas } from './quick-formulas.ts'
import { quickIndex } from './quick-index.ts'
import { recalculationTimer } from './recalculation-timer.ts'
import { type Overflow, scriptFunction } from './script-function.ts'
import { sheetOperations } from './sheet-operations.ts'
import { registerStart } from './start-plugin.ts'
import type { UniverParts } from './univer-parts.ts'

/** An open workbook: the same in the page and without one. */
export type Model = {
  /** Answers one operation. */
  call: WorkbookCall
  /** Waits until no formula is waiting or being calculated. */
  settled(): Promise<void>
  /** Calculates every formula again, custom functions included, as Sheets does on opening. */
  recalculate(): void
  /** What to store. It shares memory with the workbook: write it out before anything else happens. */
  snapshot(): WorkbookSnapshot
  /** Called after anything that a snapshot would hold has changed. */
  onChange(listener: () => void): void
  charts: Charts
  grid: Grid
  dispose(): void
}

export type ModelOptions = {
  parts: UniverParts
  /** An instance with its plugins registered and no workbook yet. */
  univer: Univer
  snapshot: WorkbookSnapshot
  functions: FunctionCard[]
  callFunction: CallFunction
}

/** Opens a stored workbook and begins to calculate all of it. */
export function openModel({ parts, univer, snapshot, functions, callFunction }: ModelOptions): Model {
  const injector = univer.__getInjector()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const overflows: Overflow[] = []
  let grid: Grid | undefined
  const theGrid = () => (grid ??= new Grid(parts, injector, currentWorkbook(parts, injector, snapshot.id)))
  const calls = {
    call: callFunction,
    usedRows: (sheetId: string, formula: { row: number; column: number }) =>
      theGrid().usedRows(theGrid().sheet(sheetId), formula),
    overflow: (found: Overflow) => overflows.push(found),
  }
  const makeCalculation = () => new Calculation(parts, injector, () => makeRoom(theGrid(), overflows.splice(0)))

  quickIndex(parts)
  registerStart(parts, univer, injector, makeCalculation, theGrid)
  univer.createUnit(parts.core.UniverInstanceType.UNIVER_SHEET, structuredClone(snapshot.univer) as IWorkbookData)
  quickFormulas(theGrid())
  const calculation = injector.get(parts.sheetsFormula.TriggerCalculationController) as unknown as Calculation
  registerFunctions(parts, injector, theGrid(), functions, calls)
  showAsSheets(theGrid())
  injector.get(parts.core.ICommandService).registerCommand(setCustomMutation(parts))
  movePlacedRules(theGrid())
  const charts = new Charts(snapshot.charts, changed)
  const settled = () => calculation.settled()
  const timer = recalculationTimer(
    () =>
      calculation.mark([...theGrid().formulas()].filter(isOfTheTime).map((cell) => oneCell(theGrid().unitId, cell))),
    snapshot.recalculation,
  )
  const answers: Answers = {
    ...sheetOperations(theGrid(), settled, snapshot),
    ...cellOperations(theGrid(), settled),
    ...chartOperations(charts),
    ...metadataOperations(theGrid()),
    ...ruleOperations(theGrid()),
    setRecalculationInterval({ interval }) {
      timer.set(interval)
      changed()
      return null
    },
  }
  notifyOfMutations(parts, injector, changed)
  // The engine's own way to calculate all would ask each custom function twice.
  const recalculate = () => calculation.mark([...theGrid().formulas()].map((cell) => oneCell(theGrid().unitId, cell)))
  recalculate()
  return {
    call: async (method, params) => answers[method](params) as never,
    settled,
    recalculate,
    snapshot: () => ({
      ...snapshot,
      univer: theGrid().workbook.getSnapshot(),
      charts: charts.all(),
      recalculation: timer.now(),
    }),
    onChange: (listener) => listeners.add(listener),
    charts,
    grid: theGrid(),
    dispose() {
      timer.stop()
      calculation.dispose()
      univer.dispose()
    },
  }
}

const isOfTheTime = ({ formula }: { formula: string }) => /\b(NOW|TODAY)\(/i.test(formula)

function currentWorkbook({ core }: UniverParts, injector: Injector, id: string): Workbook {
  const workbook = injector.get(core.IUniverInstanceService).getUnit<Workbook>(id, core.UniverInstanceType.UNIVER_SHEET)
  if (!workbook) throw new Error(`Workbook ${id} is not open`)
  return workbook
}

function registerFunctions(
  parts: UniverParts,
  injector: Injector,
  grid: Grid,
  functions: FunctionCard[],
  calls: Omit<Parameters<typeof scriptFunction>[2], 'reading'>,
) {
  const service = injector.get(parts.formula.IFunctionService)
  // Parsed formulas are kept for the whole process and hold on to the workbook that parsed them.
  service.deleteFormulaAstCacheKey(grid.unitId)
  service.registerExecutors(arrayFormula(parts))
  for (const { name } of functions) {
    service.registerExecutors(scriptFunction(name, parts, { ...calls, reading: grid.reading }))
  }
}

function notifyOfMutations({ core, formula }: UniverParts, injector: Injector, changed: () => void) {
  const passing = [
    formula.SetFormulaCalculationStartMutation.id,
    formula.SetFormulaCalculationNotificationMutation.id,
    formula.SetFormulaCalculationResultMutation.id,
    formula.SetFormulaDataMutation.id,
    formula.SetArrayFormulaDataMutation.id,
    // What floats over the grid is drawn from the charts, not stored.
    'sheet.mutation.set-drawing-apply',
  ]
  injector.get(core.ICommandService).onCommandExecuted((command) => {
    if (command.type === core.CommandType.MUTATION && !passing.includes(command.id)) changed()
  })
}
