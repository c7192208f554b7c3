import type { Weekday } from '../calendar/periods.ts'
import { type CellReader, folded, type StatisticCell, type StatisticRows } from './cell-reader.ts'
import { type CellOf, conditionTest } from './condition-test.ts'
import { type Measured, measured, type Tallied } from './measured.ts'
import { type GroupFigure, rowGroups } from './row-groups.ts'
import type { Definition, Measure } from './statistic.ts'
import { type UnreadCells, unreadCells } from './unread-cells.ts'

export type StatisticResult = {
  whole: Measured
  /** By period ascending, or the largest first; [] without a grouping. */
  groups: GroupFigure[]
  /** Positions of the rows that count, ascending. */
  counted: number[]
  /** Rows that are not blank. */
  rows: number
  /** How many of them are left out, and why: conditions, cells that can't be read, nothing under the field measured. */
  left: { conditions: number; unread: number; blank: number }
  /** The cells that can't be read, `row` the position of the first. */
  unread: UnreadCells[]
}

/** What a statistic is evaluated against; weeks begin on Monday where nothing else is said. */
export type StatisticContext = { reader: CellReader; today: number; weekStart?: Weekday }

type Row = { cells: readonly StatisticCell[]; at: number }
type Tell = (row: Row, field: string, as: 'number' | 'date') => void

/**
 * A statistic over rows: its figure, its groups, and which rows count.
 *
 * Every row that is not blank is either counted or left out for one of the reasons, so that they add up. A date that
 * can't be read groups its row under '' and is told. Fields that the rows do not have read as blank.
 *
 * @see measured for the figures and their intervals.
 */
export function statisticResult(
  { where, measure, group }: Pick<Definition, 'where' | 'measure' | 'group'>,
  { at, rows }: StatisticRows,
  { reader, today, weekStart }: StatisticContext,
): StatisticResult {
  const cellOf: CellOf<Row> = ({ cells }, field) => cells[at[field] ?? -1]
  const unread = unreadCells((row: Row, field) => reader.text(cellOf(row, field)))
  const meets = conditionTest(where, cellOf, reader, today, unread.suspect)
  const read = rowValue(measure, cellOf, reader, today, unread.suspect)
  const left = { conditions: 0, unread: 0, blank: 0 }
  const kept: Tallied[] = []
  const groups = rowGroups(group, weekStart)
  let filled = 0
  rows.forEach((cells, place) => {
    if (cells.every((cell) => reader.text(cell) === '')) return
    filled++
    const row = { cells, at: place }
    unread.next()
    const met = meets(row)
    if (met === true) unread.next()
    const value = met === true ? read(row) : met === 'unread' ? met : 'conditions'
    if (value === 'unread') unread.tell()
    if (typeof value === 'string') {
      left[value]++
      return
    }
    kept.push(value)
    if (!group || groups.add(value, cellOf(row, group.field), reader)) return
    unread.next()
    unread.suspect(row, group.field, 'date')
    unread.tell()
  })
  return {
    whole: measured(measure.kind, kept),
    groups: groups.figures(measure.kind),
    counted: kept.map(({ row }) => row),
    rows: filled,
    left,
    unread: unread.cells(),
  }
}

/** What reads of a row what is measured; or why it can't count. */
function rowValue(
  measure: Measure,
  cellOf: CellOf<Row>,
  reader: CellReader,
  today: number,
  suspect: Tell,
): (row: Row) => Tallied | 'unread' | 'blank' {
  if (measure.kind === 'count') return ({ at }) => ({ row: at })
  if (measure.kind === 'share') {
    const meets = conditionTest(measure.where, cellOf, reader, today, suspect)
    return (row) => {
      const met = meets(row)
      return met === 'unread' ? met : { row: row.at, number: met ? 1 : 0 }
    }
  }
  const { kind, field } = measure
  return (row) => {
    const cell = cellOf(row, field)
    const text = reader.text(cell)
    if (text === '') return 'blank'
    if (kind === 'distinct') return { row: row.at, text: folded(text) }
    const number = reader.number(cell)
    if (number !== undefined) return { row: row.at, number }
    suspect(row, field, 'number')
    return 'unread'
  }
}
