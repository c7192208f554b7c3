import { asOfDay } from '../../core/customers/as-of-day.ts'
import { columnOf } from '../../core/headers.ts'
import { InputError } from '../../core/input-error.ts'
import { customerKpis } from '../../core/kpi/customer-kpis.ts'
import { en } from '../../core/messages/en.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { periodLabel } from '../../core/periods.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { readTable, requiredColumn, sheetNamed, type Table } from '../sheet/table.ts'
import { orderRows } from '../standard/order-rows.ts'
import { drawKpiSheet } from './draw-kpi-sheet.ts'
import { kpiLayout } from './kpi-layout.ts'
import { liveKpis } from './live-kpis.ts'

/** Where the KPI sheet takes its figures from; kept with the document. */
export type KpiSettings = { customers: string; orders: string; survey: string }
export type BuiltKpiSheet = { sheet: string; asOf: string }

const property = 'KPI_SHEET'
type Kept = KpiSettings & { sheetId: number }

/** The settings of the KPI sheet, where one was built and still is there. */
export function keptKpiSheet(): Kept | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  const kept = text ? (JSON.parse(text) as Kept) : undefined
  return kept && findSheet(kept.sheetId) ? kept : undefined
}

/** Builds the KPI sheet, or rebuilds it with other settings. */
export function buildKpiSheet(settings: KpiSettings): BuiltKpiSheet {
  const words = cellContext().messages
  const sheet = findSheet(keptKpiSheet()?.sheetId) ?? newSheet(words.kpi.sheetName)
  PropertiesService.getDocumentProperties().setProperty(
    property,
    JSON.stringify({ ...settings, sheetId: sheet.getSheetId() }),
  )
  const asOf = fill(sheet, settings, words)
  sheet.activate()
  return { sheet: sheet.getName(), asOf }
}

/** Brings the KPI sheet up to date. @throws InputError `noKpiSheet`. */
export function refreshKpiSheet(): BuiltKpiSheet {
  const kept = keptKpiSheet()
  const sheet = findSheet(kept?.sheetId)
  if (!kept || !sheet) throw new InputError('noKpiSheet', undefined)
  return { sheet: sheet.getName(), asOf: fill(sheet, kept, cellContext().messages) }
}

function fill(sheet: GoogleAppsScript.Spreadsheet.Sheet, settings: KpiSettings, words: Messages): string {
  const context = cellContext()
  const customers = readTable(sheetNamed(settings.customers))
  const orders = settings.orders
    ? orderRows(readTable(sheetNamed(settings.orders)), context, words)
    : { ids: [], days: [], amounts: [] }
  const day = asOfDay(orders.days)
  const asOf = now()
  const stamp = words.kpi.asOf({
    asOf,
    by: Session.getEffectiveUser().getEmail(),
    lastOrder: orders.days.length > 0 ? periodLabel(day - 1, 'DAY') : words.kpi.none,
  })
  const layout = kpiLayout(
    {
      kpis: customerKpis(customerFacts(customers, words), orders, day),
      live: liveKpis(settings.survey, asOf, words),
      stamp,
    },
    words.kpi,
  )
  drawKpiSheet(
    sheet,
    layout,
    [en, zhCN].flatMap(({ kpi }) => [kpi.tierTable, kpi.monthTable]),
  )
  return asOf
}

function customerFacts(table: Table, words: Messages) {
  const id = requiredColumn(table, 'customerId', words.fields.customerId)
  const [tier, owner] = (['tier', 'owner'] as const).map((field) => columnOf(table.header, field))
  const text = (row: Table['rows'][number], position: number | undefined) =>
    position === undefined ? '' : String(row[position] ?? '').trim()
  return table.rows
    .map((row) => ({ id: String(row[id]), tier: text(row, tier), owner: text(row, owner) }))
    .filter((customer) => customer.id !== '')
}

function now(): string {
  return Utilities.formatDate(
    new Date(),
    SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
    'yyyy-MM-dd HH:mm',
  )
}

function findSheet(sheetId: number | undefined): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === sheetId)
}

function newSheet(name: string): GoogleAppsScript.Spreadsheet.Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName()))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`
  return spreadsheet.insertSheet(free)
}
