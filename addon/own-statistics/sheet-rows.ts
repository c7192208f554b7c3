import type { CellReader, StatisticCell } from '../../core/own-statistics/cell-reader.ts'
import { likelyType } from '../../core/own-statistics/likely-type.ts'
import { type OrderTotals, orderTotals } from '../../core/own-statistics/order-totals.ts'
import type { StatisticModule } from '../../core/own-statistics/statistic.ts'
import { COLUMN, type StatisticField, type StatisticFieldType } from '../../core/own-statistics/statistic-field.ts'
import { tabFields } from '../../core/tabs/tab-fields.ts'
import { byCustomerId } from '../sheet/reading/by-customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, findTab, requiredTab, tabFinder } from '../sheet/tabs/bound-tab.ts'
import { userMessages } from '../user-language.ts'
import { sheetReader } from './sheet-reader.ts'

/** The modules whose rows stand in tabs, each in the tab of its name. */
export type SheetModule = Exclude<StatisticModule, 'complaints' | 'answers'>

/** The rows of a module with all that can be asked of them. */
export type SheetRows = {
  fields: StatisticField[]
  at: Record<string, number>
  rows: StatisticCell[][]
  reader: CellReader
}

export function isSheetModule(module: StatisticModule): module is SheetModule {
  return module !== 'complaints' && module !== 'answers'
}

/** What gives a module's rows; each tab is read once, however many statistics ask. @throws InputError `missingTab` */
export function sheetRows(): (module: SheetModule) => SheetRows {
  const find = tabFinder()
  const reader = sheetReader()
  const known = new Map<SheetModule, SheetRows>()
  let customers: BoundTab | undefined
  const customerTab = () => {
    customers ??= requiredTab('customers', find)
    return customers
  }
  return (module) => {
    const before = known.get(module)
    if (before) return before
    const own = module === 'customers' ? customerTab() : byCustomerId(requiredTab(module, find), customerTab())
    const more =
      module === 'customers' ? orderColumns(ordersOf(find), reader, own) : customerColumns(customerTab(), reader, own)
    const rows = joined(own, reader, more)
    known.set(module, rows)
    return rows
  }

  function ordersOf(finder: typeof find): BoundTab | undefined {
    const orders = findTab('orders', finder)
    return orders && byCustomerId(orders, customerTab())
  }
}

type MoreColumn = { field: StatisticField; cellOf: (row: number) => StatisticCell }

/** A tab's own fields and other columns, and columns that are worked out. */
function joined(tab: BoundTab, reader: CellReader, more: readonly MoreColumn[]): SheetRows {
  const own = ownFields(tab, reader)
  const width = tab.header.length
  return {
    fields: [...own.map(({ field }) => field), ...more.map(({ field }) => field)],
    at: Object.fromEntries([
      ...own.map(({ field, position }) => [field.id, position]),
      ...more.map(({ field }, index) => [field.id, width + index]),
    ]),
    rows: tab.rows.map((row, at) => withMore(row, at, width, more)),
    reader,
  }
}

/** A row that holds nothing of its own stays blank. */
function withMore(row: readonly CellValue[], at: number, width: number, more: readonly MoreColumn[]): StatisticCell[] {
  if (row.every((cell) => cell === '')) return []
  return [...row.slice(0, width), ...more.map(({ cellOf }) => cellOf(at))]
}

function ownFields({ kind, at, header, rows }: BoundTab, reader: CellReader) {
  const types: Record<string, string> = tabFields[kind]
  const words: Record<string, string> = userMessages().tabs[kind].headers
  const fieldAt = new Map(Object.entries(at).map(([field, position]) => [position, field]))
  return header.flatMap((text, position) => {
    const field = fieldAt.get(position)
    if (field === undefined && (text === '' || header.indexOf(text) !== position)) return []
    const type = typeOf(field && types[field]) ?? likelyType(cellsAt(rows, position), reader)
    const label = text || words[field ?? ''] || (field ?? '')
    return { position, field: { id: field ?? `${COLUMN}${text}`, label, type } satisfies StatisticField }
  })
}

function typeOf(type: string | undefined): StatisticFieldType | undefined {
  if (type === 'time') return 'date'
  return type === 'percent' ? 'number' : (type as StatisticFieldType | undefined)
}

function* cellsAt(rows: readonly (readonly CellValue[])[], position: number) {
  for (const row of rows) yield row[position]
}

/** Of a customer: what they ordered. None where there is no tab of orders. */
function orderColumns(orders: BoundTab | undefined, reader: CellReader, customers: BoundTab): MoreColumn[] {
  if (orders?.at.customerId === undefined) return []
  const cell = (row: readonly CellValue[], field: string) => row[orders.at[field] ?? -1]
  const totals = orderTotals(
    orders.rows.flatMap((row) => {
      const id = reader.text(cell(row, 'customerId'))
      return id ? { id, day: reader.day(cell(row, 'orderDate')), amount: reader.number(cell(row, 'amount')) } : []
    }),
  )
  const { fields: words } = userMessages().statisticWords
  const dayCell = (day: number | undefined) => (day === undefined ? '' : day + EPOCH_SERIAL)
  const column = (
    id: 'orderCount' | 'orderSum' | 'firstOrder' | 'lastOrder',
    type: StatisticFieldType,
    of: (total: OrderTotals | undefined) => StatisticCell,
  ): MoreColumn => ({
    field: { id, label: words[id], type },
    cellOf: (row) => of(totals.get(reader.text(customers.rows[row]?.[customers.at.customerId ?? -1]))),
  })
  return [
    column('lastOrder', 'date', (total) => dayCell(total?.last)),
    column('firstOrder', 'date', (total) => dayCell(total?.first)),
    column('orderCount', 'number', (total) => total?.count ?? 0),
    column('orderSum', 'money', (total) => total?.sum ?? 0),
  ]
}

/** The serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569

/** Of an order, contact or opportunity: its customer's tier, owner and segment as they are now. */
function customerColumns(customers: BoundTab, reader: CellReader, tab: BoundTab): MoreColumn[] {
  const cell = (row: readonly CellValue[] | undefined, of: BoundTab, field: string) => row?.[of.at[field] ?? -1]
  const rowOf = new Map(customers.rows.map((row) => [reader.text(cell(row, customers, 'customerId')), row]))
  rowOf.delete('')
  const { fields: words } = userMessages().statisticWords
  const columns = { tier: words.customerTier, owner: words.customerOwner, segment: words.customerSegment }
  return Object.entries(columns).map(([name, label]) => ({
    field: { id: `customer.${name}`, label, type: 'text' },
    cellOf: (row) => cell(rowOf.get(reader.text(cell(tab.rows[row], tab, 'customerId'))), customers, name),
  }))
}
