import { cellContext } from '../../formulas/cell-context.ts'
import { isDate } from '../../formulas/reading/cell.ts'
import { readDay } from '../../formulas/reading/day.ts'
import type { CellValue } from './table.ts'

const MS_PER_DAY = 86_400_000
/** The serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569

/**
 * Days and instants out of cells, in the spreadsheet's time zone; undefined where a cell holds none.
 *
 * Both are days since 1970-01-01, an instant with its time of day as the fraction.
 */
export type CellDays = {
  day: (cell: CellValue) => number | undefined
  instant: (cell: CellValue) => number | undefined
}

export function cellDays(): CellDays {
  const { zone } = cellContext()
  const day = (cell: CellValue) => {
    if (cell === '' || typeof cell === 'boolean') return undefined
    try {
      return readDay(cell, () => zone, { argument: '' })
    } catch {
      return undefined
    }
  }
  return {
    day,
    instant: (cell) => {
      if (typeof cell === 'number' && cell >= 1) return cell - EPOCH_SERIAL
      const found = day(cell)
      if (found === undefined || !isDate(cell)) return found
      return found + (cell.getTime() - zone.startOf(found)) / MS_PER_DAY
    },
  }
}
