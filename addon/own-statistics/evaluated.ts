import type { Measured } from '../../core/own-statistics/measured.ts'
import type { GroupFigure } from '../../core/own-statistics/row-groups.ts'
import type { Definition } from '../../core/own-statistics/statistic.ts'
import { type StatisticResult, statisticResult } from '../../core/own-statistics/statistic-result.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { today } from '../sheet/now.ts'
import { requiredConnection } from '../workspace/connection.ts'
import type { SheetRows } from './sheet-rows.ts'

/** A statistic over rows of the spreadsheet. */
export function sheetResult(definition: Definition, { at, rows, reader }: SheetRows): StatisticResult {
  const { weekStart } = cellContext()
  return statisticResult(definition, { at, rows }, { reader, today: today(), weekStart })
}

type SentFigure = { value: number | null; n: number; low: number | null; high: number | null }

/** What the backend answers to a statistic. */
export type SentStatistic = Pick<StatisticResult, 'rows' | 'left'> & {
  whole: SentFigure
  groups: (SentFigure & { group: string })[]
  shown: Record<string, string | number>[]
}

/** The request for a statistic of the backend, relative to today in the spreadsheet's time zone. */
export function statisticCall(definition: Definition): { method: 'post'; path: string; body: unknown } {
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/statistic`
  return { method: 'post', path, body: { definition, timeZone } }
}

/** The figures that the backend sent. */
export function sentFigures({ whole, groups }: SentStatistic): { whole: Measured; groups: GroupFigure[] } {
  return { whole: figure(whole), groups: groups.map((each) => ({ ...figure(each), group: each.group })) }
}

function figure({ value, n, low, high }: SentFigure): Measured {
  return { value: value ?? undefined, n, low: low ?? undefined, high: high ?? undefined }
}
