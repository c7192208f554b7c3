import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { sheetNamed } from '../sheet/reading/table.ts'

const property = 'KPI_SHEET'
/** The plan of the team's own sheet, while that of an audience stands in its place. */
const formerProperty = 'KPI_SHEET_FORMER'

/** Who refreshes the sheet every hour: the person, and the id of their trigger, which nobody else can see or delete. */
export type Refresher = { email: string; trigger: string }

/** Tabs by their ids, too: a tab that was renamed is the same one, whatever is called so now. */
type Stored = Partial<KpiPlan> & {
  sheetId: number
  ids: { customers: number | null; orders: number | null }
  refresher?: Refresher
  /** Whose figures it shows, where it counts none itself. */
  audienceId?: string
}

/** The KPI sheet's plan as it was last built, which of former versions lacks parts; and who refreshes it. */
export type KeptSheet = {
  plan: Partial<KpiPlan>
  sheet: GoogleAppsScript.Spreadsheet.Sheet
  refresher: Refresher | undefined
  /** The audience whose figures it shows; '' for those of its own plan. */
  audienceId: string
}

/** The KPI sheet, where one was built and still is there. */
export function keptSheet(): KeptSheet | undefined {
  const stored = read()
  const sheet = findSheet(stored?.sheetId)
  if (!stored || !sheet) return undefined
  const { sheetId: _, ids, refresher, audienceId = '', ...plan } = stored
  const named = (tab: 'customers' | 'orders') => findSheet(ids[tab])?.getName() ?? plan[tab] ?? ''
  return { plan: { ...plan, customers: named('customers'), orders: named('orders') }, sheet, refresher, audienceId }
}

/** @param audienceId Whose figures the sheet shows; what was planned before is remembered until those are no longer shown. */
export function keepPlan(plan: KpiPlan, sheet: GoogleAppsScript.Spreadsheet.Sheet, audienceId = ''): void {
  const idOf = (name: string) => (name === '' ? null : sheetNamed(name).getSheetId())
  const before = read()
  const { refresher } = before ?? {}
  if (audienceId !== '' && before && !before.audienceId) write(before, formerProperty)
  const ids = { customers: idOf(plan.customers), orders: idOf(plan.orders) }
  const whose = { ...(refresher && { refresher }), ...(audienceId !== '' && { audienceId }) }
  write({ ...plan, sheetId: sheet.getSheetId(), ids, ...whose })
}

/** Forgets that a sheet shows an audience's figures, and remembers what was planned before; nobody refreshes it by the hour. */
export function forgetAudiencePlan(): void {
  if (!read()?.audienceId) return
  const properties = PropertiesService.getDocumentProperties()
  const { refresher: _, ...former } = read(formerProperty) ?? {}
  if ('sheetId' in former) write(former as Stored)
  else properties.deleteProperty(property)
  properties.deleteProperty(formerProperty)
}

/** @param refresher Undefined for nobody. */
export function keepRefresher(refresher: Refresher | undefined): void {
  const { refresher: _, ...stored } = read() ?? {}
  if ('sheetId' in stored) write({ ...(stored as Stored), ...(refresher && { refresher }) })
}

function read(name = property): Stored | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(name)
  return text ? (JSON.parse(text) as Stored) : undefined
}

function write(stored: Stored, name = property): void {
  PropertiesService.getDocumentProperties().setProperty(name, JSON.stringify(stored))
}

function findSheet(sheetId: number | null | undefined): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((sheet) => sheet.getSheetId() === sheetId)
}
