import { isoDay } from '../../core/calendar/iso-day.ts'
import { InputError } from '../../core/input-error.ts'
import { recognisedColumns } from '../../core/tabs/recognised-columns.ts'
import { fieldsOf, type TabKind } from '../../core/tabs/tab-fields.ts'
import { findHeader, headerOf, type TabHeader, tabHeader } from '../sheet/bound-tab.ts'
import { type CellDays, cellDays } from '../sheet/cell-days.ts'
import { customerIdIn } from '../sheet/customer-id.ts'
import { today } from '../sheet/now.ts'
import { rowReader } from '../sheet/row-reader.ts'
import { markedTabs } from '../sheet/tab-marks.ts'
import type { CellValue } from '../sheet/table.ts'
import { userMessages } from '../user-language.ts'
import { rowsAt, rowsWith } from './rows-of-customer.ts'
import { shownCell } from './shown-cell.ts'

/** What the customer file says of one customer. Days are `2026-03-31`; '' is nothing. */
export type CustomerPage = {
  id: string
  name: string
  tier: string
  score: number | ''
  classes: { lifecycle: string; value: string; need: string }
  nextContact: string
  /** 0 where it is not overdue. */
  daysOverdue: number
  /** Whether the next contact is today. */
  dueToday: boolean
  /** Every other column that is known and filled, in its own words. */
  facts: { header: string; value: string | number }[]
}

/** What the page shows elsewhere than among the facts. */
const APART = ['customerId', 'customer', 'tier', 'score', 'lifecycleStage', 'valueClass', 'needs', 'nextContact']

/**
 * The id of the customer in the selected row, '' where it holds none: of the customer tab, or of any tab with customer
 * ids, such as orders.
 */
export function selectedCustomerId(): string {
  const sheet = SpreadsheetApp.getActiveSheet()
  const row = SpreadsheetApp.getActiveRange()?.getRow() ?? 1
  if (row < 2 || row > sheet.getLastRow()) return ''
  const kind = [...markedTabs()].find(([, tab]) => tab.getSheetId() === sheet.getSheetId())?.[0]
  const position = kind
    ? tabHeader(kind as TabKind, sheet).at.customerId
    : recognisedColumns(headerOf(sheet), 'customers').customerId
  return position === undefined ? '' : customerIdIn(sheet.getRange(row, position + 1).getValue())
}

/** The page of a customer. @throws InputError `missingTab`, `customerGone` */
export function customerPage(id: string): CustomerPage {
  const { tab, row } = customerRow(id)
  return pageOf(tab, rowsAt(tab, [row])[0] as CellValue[])
}

/** Selects a customer's row, so that the sheet shows it, and gives the page. */
export function goToCustomer(id: string): CustomerPage {
  const { tab, row } = customerRow(id)
  tab.sheet.getRange(row, 1, 1, tab.header.length).activate()
  return pageOf(tab, rowsAt(tab, [row])[0] as CellValue[])
}

/** The customer tab and the number of the row that has an id. @throws InputError `missingTab`, `customerGone` */
export function customerRow(id: string): { tab: TabHeader; row: number } {
  const tab = findHeader('customers')
  if (!tab) throw new InputError('missingTab', { tab: userMessages().tabs.customers.name })
  const selected = selectedRow(tab, id)
  const row = selected ?? rowsWith(tab, 'customerId', [id])[0]
  if (row === undefined) throw new InputError('customerGone', { customer: id, sheet: tab.name })
  return { tab, row }
}

/** The selected row, where it is the one: then nothing has to be looked for. */
function selectedRow({ sheet, at }: TabHeader, id: string): number | undefined {
  const range = SpreadsheetApp.getActiveRange()
  if (at.customerId === undefined || range?.getSheet().getSheetId() !== sheet.getSheetId()) return undefined
  const row = range.getRow()
  if (row < 2 || row > sheet.getLastRow()) return undefined
  return customerIdIn(sheet.getRange(row, at.customerId + 1).getValue()) === id ? row : undefined
}

function pageOf(tab: TabHeader, row: CellValue[]): CustomerPage {
  const days = cellDays()
  const { cell, text, number } = rowReader(tab)
  const next = days.day(cell(row, 'nextContact'))
  const asOf = today()
  return {
    ...{ id: text(row, 'customerId'), name: text(row, 'customer'), tier: text(row, 'tier') },
    score: number(row, 'score') ?? '',
    classes: { lifecycle: text(row, 'lifecycleStage'), value: text(row, 'valueClass'), need: text(row, 'needs') },
    nextContact: isoDay(next),
    daysOverdue: next === undefined ? 0 : Math.max(0, asOf - next),
    dueToday: next === asOf,
    facts: factsOf(tab, row, days),
  }
}

function factsOf({ header, at }: TabHeader, row: CellValue[], days: CellDays): CustomerPage['facts'] {
  return fieldsOf('customers').flatMap((field) => {
    const position = at[field]
    if (position === undefined || APART.includes(field)) return []
    const value = shownCell(row[position] ?? '', days)
    return value === '' ? [] : [{ header: header[position] as string, value }]
  })
}
