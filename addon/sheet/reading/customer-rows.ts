import type { TabKind } from '../../../core/tabs/tab-fields.ts'
import { findHeader, tabFinder } from '../tabs/bound-tab.ts'
import { type CellDays, cellDays } from './cell-days.ts'
import { rowReader } from './row-reader.ts'
import { rowsAt, rowsWith } from './rows-of-customer.ts'
import type { CellValue } from './table.ts'

/** The rows of a tab that are about one customer, and what reads them. */
export type CustomerRows = ReturnType<typeof rowReader> & { rows: CellValue[][]; days: CellDays }

/**
 * What gives a customer's rows in the tab of a kind; undefined where there is no such tab.
 *
 * @param name Rows that name the customer by name, as in exports of orders, count too where nobody else has that name.
 */
export function customerRows(id: string, name: string): (kind: TabKind) => CustomerRows | undefined {
  const days = cellDays()
  const find = tabFinder()
  const customers = name ? findHeader('customers', find) : undefined
  const isOwnName = customers !== undefined && rowsWith(customers, 'customer', [name]).length === 1
  const called = isOwnName ? [id, name] : [id]
  return (kind) => {
    const tab = findHeader(kind, find)
    return tab && { rows: rowsAt(tab, rowsWith(tab, 'customerId', called)), days, ...rowReader(tab) }
  }
}
