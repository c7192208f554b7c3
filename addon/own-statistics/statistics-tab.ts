import { isoDay } from '../../core/calendar/iso-day.ts'
import type { Messages } from '../../core/messages/messages.ts'
import {
  type BrokenRow,
  type KeptStatistic,
  type StatisticRow,
  statisticVersions,
} from '../../core/own-statistics/statistic-versions.ts'
import { isDate } from '../formulas/reading/cell.ts'
import { localTime } from '../sheet/local-time.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'

/** All that the tab of own statistics holds; nothing where there is no such tab. */
export function readStatistics(): { statistics: KeptStatistic[]; broken: BrokenRow[] } {
  const tab = findTab('statistics')
  if (!tab) return { statistics: [], broken: [] }
  const { cell, text, number } = rowReader(tab)
  const { day } = cellDays()
  const time = (value: CellValue) => (isDate(value) ? localTime(value.toISOString()) : isoDay(day(value)))
  const rows = tab.rows.map(
    (row, at): StatisticRow => ({
      row: at + 2,
      id: text(row, 'statisticId'),
      name: text(row, 'name'),
      version: number(row, 'version'),
      savedAt: time(cell(row, 'savedAt')),
      savedBy: text(row, 'savedBy'),
      says: text(row, 'says'),
      definition: text(row, 'definition'),
    }),
  )
  return statisticVersions(rows)
}

/** A row that can't be used, in a sentence. */
export function brokenRowText({ row, why, part }: BrokenRow, { statisticWords: words }: Messages): string {
  return words.unreadRow({ row, why: why === 'notDefinition' ? words.notDefinition(part) : words[why] })
}
