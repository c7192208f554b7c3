import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { sheetNamed } from '../sheet/reading/table.ts'

const property = 'KPI_SHEET'

/** Who refreshes the sheet every hour: the person, and the id of their trigger, which nobody else can see or delete. */
export type Refresher = { email: string; trigger: string }

/** Tabs by their ids, too: a tab that was renamed is the same one, whatever is called so now. */
type Stored = Partial<KpiPlan> & {
  sheetId: number
  ids: { customers: number | null; orders: number | null }
  refresher?: Refresher
}

/** The KPI sheet's plan as it was last built, which of former versions lacks parts; and who refreshes it. */
export type KeptSheet = {
  plan: Partial<KpiPlan>
  sheet: GoogleAppsScript.Spreadsheet.Sheet
  refresher: Refresher | undefined
}

/** The KPI sheet, where one was built and still is there. */
export function keptSheet(): KeptSheet | undefined {
  const stored = read()
  const sheet = findSheet(stored?.sheetId)
  if (!stored || !sheet) return undefined
  const { sheetId: _, ids, refresher, ...plan } = stored
  const named = (tab: 'customers' | 'orders') => findSheet(ids[tab])?.getName() ?? plan[tab] ?? ''
  return { plan: { ...plan, customers: named('customers'), orders: named('orders') }, sheet, refresher }
}

export function keepPlan(plan: KpiPlan, sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  const idOf = (name: string) => (name === '' ? null : sheetNamed(name).getSheetId())
  const { refresher } = read() ?? {}
  const ids = { customers: idOf(plan.customers), orders: idOf(plan.orders) }
  write({ ...plan, sheetId: sheet.getSheetId(), ids, ...(refresher && { refresher }) })
}

/** @param refresher Undefined for nobody. */
export function keepRefresher(refresher: Refresher | undefined): void {
  const { refresher: _, ...stored } = read() ?? {}
  if ('sheetId' in stored) write({ ...(stored as Stored), ...(refresher && { refresher }) })
}

function read(): Stored | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(property)
  return text ? (JSON.parse(text) as Stored) : undefined
}

function write(stored: Stored): void {
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(stored))
}

function findSheet(sheetId: number | null | undefined): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === sheetId)
}
