import { columnOf } from '../../core/headers.ts'
import { InputError } from '../../core/input-error.ts'
import { readTable, sheetNamed, type Table } from '../sheet/table.ts'
import { userMessages } from '../user-language.ts'
import { indicatorsOf } from './indicators.ts'
import { type Indicator, type Standard, savedStandard } from './standard.ts'

export type ScoreSetup = { sheets: string[]; indicators: Indicator[]; standard: Standard }

/**
 * What the form begins with: the tabs, what can be scored in them, and the standard applied last, or a first proposal.
 *
 * @param customers The customer tab; by default the saved one, else the tab whose header looks most like one.
 * @param orders The orders tab likewise; '' for none.
 */
export function scoreSetup(customers?: string, orders?: string): ScoreSetup {
  const words = userMessages()
  const headers = tabHeaders()
  const saved = savedStandard()
  const known = saved && headers.some(({ name }) => name === saved.customers) ? saved : undefined
  const customersTab = customers ?? known?.customers ?? likelyCustomers(headers)
  const ordersTab = orders ?? known?.orders ?? likelyOrders(headers, customersTab)
  if (!customersTab)
    throw new InputError('missingColumn', { table: headers[0]?.name ?? '', column: words.fields.customerId })
  const ordersTable = ordersTab ? readTable(sheetNamed(ordersTab)) : undefined
  const indicators = indicatorsOf(readTable(sheetNamed(customersTab)), ordersTable, words)
  const chosen = known?.customers === customersTab && known.orders === ordersTab ? known : undefined
  return {
    sheets: headers.map(({ name }) => name),
    indicators,
    standard: chosen ?? { ...proposal(indicators), customers: customersTab, orders: ordersTab },
  }
}

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

/** Recency, frequency and value where there are orders; else the first columns, equally. */
function proposal(indicators: Indicator[]): Omit<Standard, 'customers' | 'orders'> {
  const weights: Record<string, number> = { 'orders:recency': 30, 'orders:frequency': 30, 'orders:monetary': 40 }
  const overOrders = indicators.filter(({ key }) => key in weights)
  const chosen = overOrders.length > 0 ? overOrders : indicators.slice(0, 3)
  return {
    indicators: chosen.map(({ key, direction }) => ({ key, direction, weight: weights[key] ?? 1 })),
    method: 'PERCENTRANK',
    tiers: [
      { label: 'C', from: 0 },
      { label: 'B', from: 40 },
      { label: 'A', from: 70 },
    ],
  }
}
