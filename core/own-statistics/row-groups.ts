import { type PeriodUnit, periodLabel, periodOf, type Weekday } from '../calendar/periods.ts'
import { type CellReader, folded, type StatisticCell } from './cell-reader.ts'
import { type Measured, measured, type Tallied } from './measured.ts'
import type { Definition, Grouping } from './statistic.ts'

/** A group's figure; '' names the rows that have nothing under the field that is grouped by. */
export type GroupFigure = Measured & { group: string }

/** Sorts rows into groups; a group of texts is called as it is written most often. */
export function rowGroups(group: Grouping | undefined, weekStart: Weekday | undefined) {
  const periods = new Map<number, Tallied[]>()
  const texts = new Map<string, { spellings: Map<string, number>; rows: Tallied[] }>()
  const unit: PeriodUnit | undefined = group?.unit
  return {
    /** Whether the cell could be read. */
    add(value: Tallied, cell: StatisticCell, reader: CellReader): boolean {
      const text = reader.text(cell)
      const day = unit && text !== '' ? reader.day(cell) : undefined
      if (unit && day !== undefined) {
        const period = periodOf(Math.floor(day), unit, weekStart)
        const known = periods.get(period)
        if (known) known.push(value)
        else periods.set(period, [value])
        return true
      }
      const name = unit ? '' : text
      const key = folded(name)
      const known = texts.get(key) ?? { spellings: new Map<string, number>(), rows: [] }
      known.spellings.set(name, (known.spellings.get(name) ?? 0) + 1)
      known.rows.push(value)
      texts.set(key, known)
      return !unit || text === ''
    },
    figures(kind: Definition['measure']['kind']): GroupFigure[] {
      const dated = [...periods]
        .sort(([a], [b]) => a - b)
        .map(([period, rows]) => ({ group: periodLabel(period, unit ?? 'DAY', weekStart), ...measured(kind, rows) }))
      const named = [...texts.values()].map(({ spellings, rows }) => ({
        group: commonest(spellings),
        ...measured(kind, rows),
      }))
      return [...dated, ...named.sort(largestFirst)]
    },
  }
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

function largestFirst(a: GroupFigure, b: GroupFigure): number {
  return (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.group < b.group ? -1 : 1)
}
