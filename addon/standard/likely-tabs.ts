import { columnOf } from '../../core/headers.ts'
import type { Table } from '../sheet/table.ts'

/** The tab that most looks like a customer file; '' where none does. */
export function likelyCustomers(headers: Pick<Table, 'name' | 'header'>[]): string {
  const score = ({ header }: Pick<Table, 'header'>) =>
    columnOf(header, 'customerId') === undefined || columnOf(header, 'orderDate') !== undefined
      ? 0
      : 1 +
        (['customer', 'owner', 'segment', 'email'] as const).filter((field) => columnOf(header, field) !== undefined)
          .length
  return best(headers, score)
}

/** Every tab's name and header row. */
export function tabHeaders(): Pick<Table, 'name' | 'header'>[] {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .map((sheet) => {
      const width = sheet.getLastColumn()
      const header = width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getValues()[0] ?? [])
      return { name: sheet.getName(), header: header.map((cell) => String(cell).trim()) }
    })
}

/** The tab that most looks like a list of orders; '' where none does. */
export function likelyOrders(headers: Pick<Table, 'name' | 'header'>[], customers: string): string {
  return best(headers, ({ name, header }) =>
    name !== customers &&
    (['customerId', 'orderDate', 'amount'] as const).every((field) => columnOf(header, field) !== undefined)
      ? 1 + (columnOf(header, 'orderId') === undefined ? 0 : 1)
      : 0,
  )
}

function best<T extends { name: string }>(tabs: T[], score: (tab: T) => number): string {
  const ranked = tabs.map((tab) => ({ name: tab.name, score: score(tab) })).sort((a, b) => b.score - a.score)
  return ranked[0] && ranked[0].score > 0 ? ranked[0].name : ''
}
