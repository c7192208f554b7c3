import type { ICommandInfo, Injector, IUnitRange } from '@univerjs/core'
import type { IFormulaDirtyData } from '@univerjs/engine-formula'
import { BehaviorSubject } from 'rxjs'
import type { UniverParts } from './univer-parts.ts'

const debounceMs = 20
/** A spill that feeds itself would shrink and grow for ever: after so many rounds its readers are left as they are. */
const maxRounds = 8

/**
 * Decides when formulas are calculated, in place of Univer's own trigger, which cannot wait for asynchronous
 * functions: an edit during a call restarts it half-way and loses results.
 *
 * One calculation runs at a time; edits made meanwhile are gathered for the next. After each, the cells that a
 * spill has left are marked as changed, since the engine does not recalculate their readers.
 */
export class Calculation {
  /** For Univer's progress bar. */
  readonly progress$ = new BehaviorSubject({ done: 0, count: 0 })
  readonly #parts: UniverParts
  readonly #injector: Injector
  readonly #afterRound: () => IUnitRange[]
  #waiting: IFormulaDirtyData | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #finished: (() => void) | undefined
  #disposed = false
  #spills = new Map<string, IUnitRange>()

  /** @param afterRound What else changed once results were written, to calculate again. */
  constructor(parts: UniverParts, injector: Injector, afterRound: () => IUnitRange[]) {
    this.#parts = parts
    this.#injector = injector
    this.#afterRound = afterRound
    const { core, formula } = parts
    const dirty = injector.get(formula.IActiveDirtyManagerService)
    injector.get(core.ICommandService).onCommandExecuted((command, options) => {
      if (command.id === formula.SetFormulaCalculationNotificationMutation.id) return this.#notice(command)
      const conversion = dirty.get(command.id)
      if (!conversion || (this.#isValueWrite(command) && options?.onlyLocal)) return
      this.#mark(conversion.getDirtyData(command))
      this.#schedule()
    })
  }

  /** Has the formulas in these cells calculated. */
  mark(dirtyRanges: IUnitRange[]) {
    this.#mark({ dirtyRanges })
    this.#schedule()
  }

  /** Waits until no formula is waiting or being calculated. */
  async settled(): Promise<void> {
    while (this.#waiting || this.#running) {
      if (!this.#running) this.#start()
      await this.#running
    }
  }

  /** Asked for by Univer's progress bar. */
  clearProgress() {
    this.progress$.next({ done: 0, count: 0 })
  }

  dispose() {
    this.#disposed = true
    clearTimeout(this.#timer)
    this.#waiting = undefined
    this.#finished?.()
    this.progress$.complete()
  }

  #isValueWrite(command: Readonly<ICommandInfo>) {
    return command.id === this.#parts.sheets.SetRangeValuesMutation.id
  }

  #schedule() {
    if (this.#running) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#start(), debounceMs)
  }

  #start() {
    clearTimeout(this.#timer)
    if (this.#running || !this.#waiting) return
    this.#running = this.#rounds().finally(() => {
      this.#running = undefined
      if (this.#waiting) this.#schedule()
    })
  }

  async #rounds() {
    for (let round = 0; this.#waiting && round < maxRounds; round++) {
      const dirty = this.#waiting
      this.#waiting = undefined
      this.progress$.next({ done: 0, count: 1 })
      await this.#calculate(dirty)
      if (this.#disposed) return
      const stale = [...this.#leftBySpills(), ...this.#afterRound()]
      if (stale.length) this.#mark({ dirtyRanges: stale })
    }
    this.progress$.next({ done: 1, count: 1 })
    this.clearProgress()
  }

  #calculate(dirty: IFormulaDirtyData) {
    const { core, formula } = this.#parts
    const finished = new Promise<void>((resolve) => {
      this.#finished = resolve
    })
    const params = {
      ...dirty,
      maxIteration: 1,
      rowData: this.#injector.get(formula.FormulaDataModel).getHiddenRowsFiltered(),
    }
    const commands = this.#injector.get(core.ICommandService)
    commands.syncExecuteCommand(formula.SetFormulaCalculationStartMutation.id, params, { onlyLocal: true })
    return finished
  }

  #notice(command: Readonly<ICommandInfo>) {
    const params = command.params as { functionsExecutedState?: number }
    if (params.functionsExecutedState === undefined) return
    // Results are applied by commands that were queued before this one and still have to be noticed.
    setTimeout(() => this.#finished?.())
  }

  /** Where spills were and are no longer, or have other bounds. */
  #leftBySpills(): IUnitRange[] {
    const now = new Map<string, IUnitRange>()
    const units = this.#injector.get(this.#parts.formula.FormulaDataModel).getArrayFormulaRange()
    for (const [unitId, sheets] of Object.entries(units)) {
      for (const [sheetId, matrix] of Object.entries(sheets ?? {})) {
        new this.#parts.core.ObjectMatrix(matrix ?? {}).forValue((row, column, range) => {
          if (range) now.set(`${unitId} ${sheetId} ${row} ${column}`, { unitId, sheetId, range: { ...range } })
        })
      }
    }
    const left = [...this.#spills].filter(([key, { range }]) => {
      const current = now.get(key)?.range
      return !current || current.endRow < range.endRow || current.endColumn < range.endColumn
    })
    this.#spills = now
    return left.map(([, range]) => range)
  }

  #mark(more: Partial<IFormulaDirtyData>) {
    const old = this.#waiting
    this.#waiting = {
      forceCalculation: Boolean(old?.forceCalculation || more.forceCalculation),
      dirtyRanges: [...(old?.dirtyRanges ?? []), ...(more.dirtyRanges ?? [])],
      dirtyNameMap: merged(old?.dirtyNameMap, more.dirtyNameMap),
      dirtyDefinedNameMap: merged(old?.dirtyDefinedNameMap, more.dirtyDefinedNameMap),
      dirtySuperTableMap: merged(old?.dirtySuperTableMap, more.dirtySuperTableMap),
      dirtyUnitFeatureMap: merged(old?.dirtyUnitFeatureMap, more.dirtyUnitFeatureMap),
      dirtyUnitOtherFormulaMap: merged(old?.dirtyUnitOtherFormulaMap, more.dirtyUnitOtherFormulaMap),
      clearDependencyTreeCache: merged(old?.clearDependencyTreeCache, more.clearDependencyTreeCache),
    }
  }
}

/** Maps by unit, joined one level deep. */
function merged<T>(
  a: { [unit: string]: T } | null | undefined,
  b: { [unit: string]: T } | null | undefined,
): {
  [unit: string]: T
} {
  const all = { ...a }
  for (const [unit, entries] of Object.entries(b ?? {})) all[unit] = { ...all[unit], ...entries }
  return all
}
