import type { PlainCell } from '../../core/customer-file/customer-table.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { isDate } from '../formulas/reading/cell.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import type { BoundTab } from '../sheet/tabs/bound-tab.ts'
import type { TabColumn } from './customer-columns.ts'

/** As `plainCells` writes days. */
const DAY = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/

/**
 * Makes what a form sent, or the Change history holds, into what cells of a column hold: days as dates, numbers as
 * numbers. In a column of the team's own a text is a day where that column has days, a number where it has numbers.
 */
export function cellWriter(tab: BoundTab): (value: PlainCell, column: TabColumn) => CellValue {
  const { zone } = cellContext()
  const held = new Map<number, { days: boolean; numbers: boolean }>()
  const heldBy = (position: number) => {
    const known = held.get(position) ?? {
      days: tab.rows.some((row) => isDate(row[position])),
      numbers: tab.rows.some((row) => typeof row[position] === 'number'),
    }
    held.set(position, known)
    return known
  }
  return (value, { type, position }) => {
    const text = String(value).trim()
    if (text === '') return ''
    if (type === 'number' || type === 'money' || type === 'percent') {
      return Number.isFinite(Number(text)) ? Number(text) : text
    }
    const own = type === undefined ? heldBy(position) : undefined
    if (own?.numbers && String(Number(text)) === text) return Number(text)
    const isDay = type === 'date' || own?.days === true
    const clock =
      isDay && DAY.test(text) ? Date.parse(text.length > 10 ? `${text.replace(' ', 'T')}Z` : text) : Number.NaN
    return Number.isNaN(clock) ? value : new Date(zone.instantOf(clock))
  }
}
