import { openHeadlessWorkbook } from '../../../../local/workbench/model/headless.ts'
import type { CallFunction, Cell, FunctionArgument, WorkbookSnapshot } from '../../../../local/workbench/workbook.ts'

export type Functions = Record<string, (...args: FunctionArgument[]) => Cell | Cell[][] | Promise<Cell | Cell[][]>>

/** A workbook with sheets `Orders` (sheet-1) and `Result` (sheet-2), whose custom functions run in the test. */
export function openWorkbook(functions: Functions = {}, snapshot?: WorkbookSnapshot) {
  const asked: { name: string; args: FunctionArgument[] }[] = []
  const callFunction: CallFunction = async (name, args) => {
    asked.push({ name, args })
    const { [name]: run } = functions
    try {
      return { value: (await run?.(...args)) ?? '' }
    } catch (error) {
      return { error: (error as Error).message }
    }
  }
  const cards = Object.keys(functions).map((name) => ({ name, summary: '', parameters: [], example: '' }))
  const model = openHeadlessWorkbook({
    sheets: ['Orders', 'Result'],
    ...(snapshot ? { snapshot } : {}),
    functions: cards,
    callFunction,
  })
  const { call } = model
  const rect = (row: number, column: number, rows = 1, columns = 1, sheetId = 'sheet-1') => {
    return { sheetId, row, column, rows, columns }
  }
  return {
    model,
    call,
    asked,
    rect,
    /** Rows and columns from 1. */
    set: (row: number, column: number, values: Cell[][], sheetId?: string) =>
      call('setValues', { ...rect(row, column, values.length, values[0]?.length, sheetId), values }),
    get: (row: number, column: number, rows?: number, columns?: number, sheetId?: string) =>
      call('values', rect(row, column, rows, columns, sheetId)),
  }
}
