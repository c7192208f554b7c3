import type { CellReader } from '../../core/own-statistics/cell-reader.ts'
import type { Cell } from '../formulas/reading/cell.ts'
import { findNumber } from '../formulas/reading/number.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'

/** How cells of the spreadsheet read, by the rules of the formulas, in its time zone. */
export function sheetReader(): CellReader {
  const { day } = cellDays()
  return {
    text: (cell) => customerIdIn(cell),
    number: (cell) => findNumber(cell as Cell),
    day: (cell) => day((cell ?? '') as CellValue),
  }
}
