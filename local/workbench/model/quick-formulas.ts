import type { Worksheet } from '@univerjs/core'
import type { Grid } from './grid.ts'

/**
 * Spares the engine the search for formulas in sheets that have none.
 *
 * It goes through every cell of every sheet before each calculation and after each write, which took a tenth of all
 * time on the sample.
 */
export function quickFormulas({ parts, injector, workbook, unitId }: Grid) {
  const formulas = injector.get(parts.formula.FormulaDataModel)
  formulas.getFormulaData = () => ({
    [unitId]: Object.fromEntries(
      workbook.getSheets().map((sheet) => {
        const id = sheet.getSheetId()
        return [id, hasFormula(sheet) ? formulas.getSheetFormulaData(unitId, id) : {}]
      }),
    ),
  })
}

/** By numbers: going through the names of cells takes four times as long. */
function hasFormula(sheet: Worksheet): boolean {
  const cells = sheet.getCellMatrix().getMatrix()
  const [rows, columns] = [sheet.getRowCount(), sheet.getColumnCount()]
  for (let row = 0; row < rows; row++) {
    const inRow = cells[row]
    if (!inRow) continue
    for (let column = 0; column < columns; column++) {
      const cell = inRow[column]
      if (cell && (cell.f || cell.si)) return true
    }
  }
  return false
}
