import { periodLabel } from '../../core/calendar/periods.ts'
import { asOfDay } from '../../core/customers/as-of-day.ts'
import { InputError } from '../../core/input-error.ts'
import { customerKpis } from '../../core/kpi/customer-kpis.ts'
import { en } from '../../core/messages/en.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { localTime } from '../sheet/local-time.ts'
import { byCustomerId } from '../sheet/reading/by-customer-id.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { type BoundTab, boundTab, fieldCells, requiredField } from '../sheet/tabs/bound-tab.ts'
import { newTab } from '../sheet/tabs/new-tab.ts'
import { orderRecords } from '../standard/order-records.ts'
import { drawKpiSheet } from './draw-kpi-sheet.ts'
import { type KpiLayout, kpiLayout } from './kpi-layout.ts'
import { liveKpis } from './live-kpis.ts'

/**
 * Where the KPI sheet takes its figures from; kept with the document. The survey by its id, so that renaming it changes
 * nothing, and as it was called when it was chosen; sheets of former versions have its title alone.
 */
export type KpiSettings = { customers: string; orders: string; survey: string; surveyTitle?: string }
export type BuiltKpiSheet = { sheet: string; asOf: string }

const property = 'KPI_SHEET'
/** Tabs by their ids, too: a tab that was renamed is the same one, whatever is called so now. */
type Kept = KpiSettings & { sheetId: number; ids: { customers: number | null; orders: number | null } }

/** The settings of the KPI sheet, where one was built and still is there. */
export function keptKpiSheet(): Kept | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  const kept = text ? (JSON.parse(text) as Kept) : undefined
  if (!kept || !findSheet(kept.sheetId)) return undefined
  const named = (tab: 'customers' | 'orders') => findSheet(kept.ids[tab])?.getName() ?? kept[tab]
  return { ...kept, customers: named('customers'), orders: named('orders') }
}

/** Builds the KPI sheet, or rebuilds it with other settings. Nothing is made where a tab cannot be read. */
export function buildKpiSheet(settings: KpiSettings): BuiltKpiSheet {
  const words = cellContext().messages
  const { layout, asOf } = currentLayout(settings, words)
  const sheet = findSheet(keptKpiSheet()?.sheetId) ?? newTab(words.kpi.sheetName)
  draw(sheet, layout)
  const idOf = (name: string) => (name === '' ? null : sheetNamed(name).getSheetId())
  const ids = { customers: idOf(settings.customers), orders: idOf(settings.orders) }
  const kept: Kept = { ...settings, sheetId: sheet.getSheetId(), ids }
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(kept))
  sheet.activate()
  return { sheet: sheet.getName(), asOf }
}

/** Brings the KPI sheet up to date. @throws InputError `noKpiSheet`. */
export function refreshKpiSheet(): BuiltKpiSheet {
  const kept = keptKpiSheet()
  const sheet = findSheet(kept?.sheetId)
  if (!kept || !sheet) throw new InputError('noKpiSheet', undefined)
  const { layout, asOf } = currentLayout(kept, cellContext().messages)
  draw(sheet, layout)
  return { sheet: sheet.getName(), asOf }
}

function draw(sheet: GoogleAppsScript.Spreadsheet.Sheet, layout: KpiLayout): void {
  const titles = [en, zhCN].flatMap(({ kpi }) => [kpi.tierTable, kpi.monthTable])
  drawKpiSheet(sheet, layout, titles)
}

function currentLayout(settings: KpiSettings, words: Messages): { layout: KpiLayout; asOf: string } {
  const context = cellContext()
  const customers = boundTab('customers', sheetNamed(settings.customers))
  const orders = settings.orders
    ? orderRecords(byCustomerId(boundTab('orders', sheetNamed(settings.orders)), customers), '', context)
    : { ids: [], days: [], amounts: [] }
  const day = asOfDay(orders.days)
  const now = new Date().toISOString()
  const asOf = localTime(now)
  const stamp = words.kpi.asOf({
    asOf,
    by: Session.getEffectiveUser().getEmail(),
    lastOrder: orders.days.length > 0 ? periodLabel(day - 1, 'DAY') : words.kpi.none,
  })
  const kpis = customerKpis(customerFacts(customers), orders, day)
  return { layout: kpiLayout({ kpis, live: liveKpis(settings, now, words), stamp }, words.kpi), asOf }
}

function customerFacts(tab: BoundTab) {
  requiredField(tab, 'customerId')
  const [tiers, owners] = ['tier', 'owner'].map((field) => fieldCells(tab, field).map(customerIdIn))
  return fieldCells(tab, 'customerId')
    .map((id, row) => ({ id: customerIdIn(id), tier: tiers?.[row] ?? '', owner: owners?.[row] ?? '' }))
    .filter((customer) => customer.id !== '')
}

function findSheet(sheetId: number | null | undefined): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === sheetId)
}
