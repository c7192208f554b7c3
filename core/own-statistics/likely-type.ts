import type { CellReader, StatisticCell } from './cell-reader.ts'
import type { StatisticFieldType } from './statistic-field.ts'

/** So many filled cells tell what a column holds. */
const ENOUGH = 200

/**
 * What a column holds by its cells: dates or numbers where at least nine of ten filled cells are; else texts.
 *
 * A number is no date here, though Sheets has a date for each: dates come as dates, or as text with the year first.
 */
export function likelyType(cells: Iterable<StatisticCell>, reader: CellReader): StatisticFieldType {
  let [filled, numbers, days] = [0, 0, 0]
  for (const cell of cells) {
    if (filled === ENOUGH) break
    if (reader.text(cell) === '') continue
    filled++
    if (reader.number(cell) !== undefined) numbers++
    else if (reader.day(cell) !== undefined) days++
  }
  const most = filled * 0.9
  if (filled > 0 && days >= most) return 'date'
  return filled > 0 && numbers >= most ? 'number' : 'text'
}
