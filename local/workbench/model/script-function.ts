import type { BaseFunction, FunctionVariantType } from '@univerjs/engine-formula'
import type { CallFunction, FunctionResult } from '../workbook.ts'
import { functionArgument, type UsedRows } from './arguments.ts'
import type { CellReading } from './cell-value.ts'
import { resultValue } from './results.ts'
import type { UniverParts } from './univer-parts.ts'

/** Where a result did not fit its sheet: the formula's cell, and the rows and columns it needs. */
export type Overflow = { sheetId: string; row: number; column: number; rows: number; columns: number }

export type ScriptCalls = {
  call: CallFunction
  reading: CellReading
  usedRows: UsedRows
  overflow(found: Overflow): void
}

/**
 * The engine's function that has a custom function computed elsewhere.
 *
 * Its arguments are taken as references, which skips the engine's own conversion (blank as 0, dates as bare
 * numbers). It never throws: an error in the engine's loop would end the process.
 */
export function scriptFunction(name: string, parts: UniverParts, calls: ScriptCalls): BaseFunction {
  const { AsyncObject, BaseFunction } = parts.formula
  class ScriptFunction extends BaseFunction {
    override needsReferenceObject = true
    override needsSheetRowColumnCount = true
    override isAsync() {
      return true
    }
    override calculate(...variants: FunctionVariantType[]) {
      const formula = { row: this.row, column: this.column }
      const sheetId = this.subUnitId ?? ''
      const size = { rows: this._rowCount, columns: this._columnCount }
      const result = ask(name, variants, calls, formula).then((answer) => {
        const needed = spaceNeeded(answer, formula)
        if (needed.rows > size.rows || needed.columns > size.columns) {
          calls.overflow({ sheetId, ...formula, ...needed })
        }
        return resultValue(answer, parts)
      })
      return new AsyncObject(result)
    }
  }
  return new ScriptFunction(name)
}

async function ask(
  name: string,
  variants: FunctionVariantType[],
  { call, reading, usedRows }: ScriptCalls,
  formula: { row: number; column: number },
): Promise<FunctionResult> {
  try {
    const args = variants.map((variant) => functionArgument(variant, reading, (sheetId) => usedRows(sheetId, formula)))
    return await call(name, args)
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function spaceNeeded(answer: FunctionResult, { row, column }: { row: number; column: number }) {
  if ('error' in answer || !Array.isArray(answer.value)) return { rows: 0, columns: 0 }
  return { rows: row + answer.value.length, columns: column + (answer.value[0]?.length ?? 0) }
}
