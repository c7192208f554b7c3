import type { KpiFigure } from '../../../core/kpi/kpi-figure.ts'
import type { KpiPeriod } from '../../../core/kpi/kpi-period.ts'
import { fieldsOf } from '../../../core/tabs/tab-fields.ts'
import { dayCell, today } from '../../sheet/now.ts'
import { cellDays } from '../../sheet/reading/cell-days.ts'
import { rowReader } from '../../sheet/reading/row-reader.ts'
import type { CellValue } from '../../sheet/reading/table.ts'
import { addColumns } from '../../sheet/tabs/add-columns.ts'
import { type BoundTab, tabHeader } from '../../sheet/tabs/bound-tab.ts'
import { ensuredTab } from '../../sheet/tabs/ensured-tab.ts'
import { fieldFormat } from '../../sheet/tabs/field-format.ts'
import { markColumns, markTab } from '../../sheet/tabs/tab-marks.ts'
import { makeRows } from '../../sheet/writing/make-rows.ts'
import { neighbours } from '../../sheet/writing/neighbours.ts'
import { writeBlock } from '../../sheet/writing/write-cells.ts'
import type { NewRow } from '../../sheet/writing/write-rows.ts'

/**
 * Keeps today's figures in the KPI history: one row for each KPI, cut and group; the last of a day stay.
 *
 * Rows of today are written over where they stand, new ones under all others; rows of a KPI whose group is gone are
 * cleared, or used for others where nothing of the team's own stands beside them; those of KPIs that could not be
 * counted now stay. Rows of other days, and columns that a team added, are not touched. The last days alone are read, and it is one write where
 * today's rows are still together. To be called while nobody else writes (`oneAtATime`).
 *
 * @param counted Over which period, and the instant of counting.
 * @returns The tab as it was read before, rows of earlier days as blanks.
 */
export function keepSnapshot(figures: readonly KpiFigure[], counted: { period: KpiPeriod; asOf: string }): BoundTab {
  const found = lastDays(ensuredTab('kpiHistory').sheet)
  markTab(found.sheet, 'kpiHistory')
  const missing = fieldsOf('kpiHistory').filter((field) => found.at[field] === undefined)
  const tab: BoundTab = { ...addColumns(found, missing), rows: found.rows }
  markColumns(tab.sheet, tab.kind, tab.header, tab.at)
  const rows = placedRows(
    tab,
    figures.map((figure) => rowOf(figure, counted)),
  )
  makeRows(tab.sheet, Math.max(0, ...rows.keys()))
  for (const run of together([...rows.keys()]))
    writeFieldsOf(
      tab,
      run[0] as number,
      run.map((row) => rows.get(row) ?? {}),
    )
  return tab
}

/** Days of which rows are read: more than are drawn as a line. */
const READ_DAYS = 60

/** The tab with the rows of its last days, wherever they stand; those above all of them are blank, however many they are. */
function lastDays(sheet: GoogleAppsScript.Spreadsheet.Sheet): BoundTab {
  const tab = tabHeader('kpiHistory', sheet)
  const count = sheet.getLastRow() - 1
  if (count < 1) return { ...tab, rows: [] }
  const { day } = cellDays()
  const position = tab.at.day
  const cells = position === undefined ? [] : sheet.getRange(2, position + 1, count, 1).getValues()
  const days = cells.map(([cell]) => day(cell as CellValue) ?? 0)
  const [since = 0] = [...new Set(days)].sort((a, b) => a - b).slice(-READ_DAYS)
  const above = Math.max(
    0,
    days.findIndex((each) => each >= since),
  )
  const rows = sheet.getRange(2 + above, 1, count - above, sheet.getLastColumn()).getValues() as CellValue[][]
  return { ...tab, rows: [...Array.from({ length: above }, (): CellValue[] => []), ...rows] }
}

/** Each row's number in the sheet, with what it is to hold; {} for one that is to be cleared. */
function placedRows(tab: BoundTab, wanted: NewRow[]): Map<number, NewRow> {
  const { cell, text } = rowReader(tab)
  const { day } = cellDays()
  const now = today()
  const counted = new Set(wanted.map(({ kpi, by }) => JSON.stringify([kpi, by])))
  const own = tab.rows.flatMap((row, at) => {
    const isCounted = counted.has(JSON.stringify([text(row, 'kpi'), text(row, 'by')]))
    return isCounted && day(cell(row, 'day')) === now ? [{ row: at + 2, key: keyOf((field) => text(row, field)) }] : []
  })
  const placed = new Map<number, NewRow>()
  const rowOfKey = new Map(own.map(({ key, row }) => [key, row]))
  const rest = wanted.filter((each) => {
    const row = rowOfKey.get(keyOf((field) => String(each[field] ?? '')))
    if (row !== undefined) placed.set(row, each)
    return row === undefined
  })
  const ours = new Set(Object.values(tab.at))
  const isNoted = (row: number) => tab.rows[row - 2]?.some((value, column) => value !== '' && !ours.has(column))
  for (const { row } of own) if (!placed.has(row)) placed.set(row, (isNoted(row) ? undefined : rest.shift()) ?? {})
  rest.forEach((each, at) => {
    placed.set(tab.rows.length + 2 + at, each)
  })
  return placed
}

function keyOf(text: (field: string) => string): string {
  return JSON.stringify([text('kpi'), text('by'), text('group')])
}

function rowOf(
  { kpi, label, by, group, unit, value, n, low, high }: KpiFigure,
  { period, asOf }: { period: KpiPeriod; asOf: string },
): NewRow {
  const numbers = { value: value ?? '', n: n ?? '', low: low ?? '', high: high ?? '' }
  return { day: dayCell(today()), kpi, name: label, by, group, period, unit, ...numbers, asOf: new Date(asOf) }
}

/** Row numbers as runs that follow on each other. */
function together(rows: number[]): number[][] {
  const places = neighbours(rows.map((position) => ({ position })))
  return places.map((run) => run.map(({ position }) => position))
}

function writeFieldsOf(tab: BoundTab, first: number, rows: NewRow[]): void {
  const fields = fieldsOf('kpiHistory').map((field) => ({ field, position: tab.at[field] as number }))
  for (const run of neighbours(fields)) {
    const range = tab.sheet.getRange(first, (run[0]?.position as number) + 1, rows.length, run.length)
    const cells = rows.map((row) => run.map(({ field }): CellValue => row[field] ?? ''))
    writeBlock(
      range,
      cells,
      run.map(({ field }) => fieldFormat(tab.kind, field)),
    )
  }
}
