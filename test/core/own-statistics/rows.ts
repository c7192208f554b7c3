import { findNumber } from '../../../addon/formulas/reading/number.ts'
import type { CellReader, StatisticCell, StatisticRows } from '../../../core/own-statistics/cell-reader.ts'
import type { ConditionGroup, ConditionTree } from '../../../core/own-statistics/statistic.ts'

const MS_PER_DAY = 86_400_000

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY

/** Cells as the spreadsheet has them, in UTC. */
export const reader: CellReader = {
  text: (cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim()),
  number: (cell) => findNumber(cell),
  day(cell) {
    if (cell instanceof Date) return Math.floor(cell.getTime() / MS_PER_DAY)
    return typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell) ? dayNumber(cell) : undefined
  },
}

/** Wednesday of the second quarter. */
export const today = dayNumber('2026-05-13')

/** Rows under a header. */
export function table([header = [], ...rows]: StatisticCell[][]): StatisticRows {
  return { at: Object.fromEntries(header.map((field, at) => [String(field), at])), rows }
}

export const all = (...of: ConditionTree[]): ConditionGroup => ({ every: 'all', of })
export const any = (...of: ConditionTree[]): ConditionGroup => ({ every: 'any', of })
export const none = (...of: ConditionTree[]): ConditionGroup => ({ every: 'none', of })
