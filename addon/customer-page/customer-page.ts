import { isoDay } from '../../core/calendar/iso-day.ts'
import { recognisedColumns } from '../../core/tabs/recognised-columns.ts'
import { fieldsOf, type TabKind } from '../../core/tabs/tab-fields.ts'
import { today } from '../sheet/now.ts'
import { type CellDays, cellDays } from '../sheet/reading/cell-days.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { customerRow } from '../sheet/reading/customer-row.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { rowsAt } from '../sheet/reading/rows-of-customer.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { headerOf, type TabHeader, tabHeader } from '../sheet/tabs/bound-tab.ts'
import { markedTabs } from '../sheet/tabs/tab-marks.ts'
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
