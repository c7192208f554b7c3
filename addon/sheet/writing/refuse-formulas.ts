import { InputError } from '../../../core/input-error.ts'
import type { TabHeader } from '../tabs/bound-tab.ts'
import { neighbours } from './neighbours.ts'

/**
 * Refuses to write into columns that hold a formula, which would be lost. Columns that are not there yet hold none.
 *
 * The header counts too: a formula in it can fill the whole column.
 *
 * @throws InputError `formulaInTheWay`, with the column and the row of the first.
 */
export function refuseFormulas({ sheet, at, header }: TabHeader, fields: readonly string[]): void {
  const rows = sheet.getLastRow()
  if (rows === 0) return
  for (const run of neighbours(fields.flatMap((field) => (at[field] === undefined ? [] : [{ position: at[field] }])))) {
    const formulas = sheet.getRange(1, (run[0]?.position as number) + 1, rows, run.length).getFormulas()
    const row = formulas.findIndex((line) => line.some((formula) => formula !== ''))
    if (row < 0) continue
    const column = formulas[row]?.findIndex((formula) => formula !== '') as number
    throw new InputError('formulaInTheWay', { column: header[run[column]?.position as number] as string, row: row + 1 })
  }
}
