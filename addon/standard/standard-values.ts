import { InputError } from '../../core/input-error.ts'
import { contactFigures } from '../../core/standard/contact-figures.ts'
import { countedTo } from '../../core/standard/counted-to.ts'
import { openAmounts } from '../../core/standard/open-amounts.ts'
import { type OrderFigure, orderFigures } from '../../core/standard/order-figures.ts'
import type { Values } from '../../core/standard/standard-scores.ts'
import type { TabKind } from '../../core/tabs/tab-fields.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { today } from '../sheet/now.ts'
import { byCustomerId } from '../sheet/reading/by-customer-id.ts'
import { type BoundTab, requiredTab, tabFinder } from '../sheet/tabs/bound-tab.ts'
import { columnAt, columnValues } from './column-values.ts'
import { contactRecords } from './contact-records.ts'
import { customerIds } from './customer-ids.ts'
import type { DatedRows } from './dated-rows.ts'
import { opportunityRecords } from './opportunity-records.ts'
import { orderRecords } from './order-records.ts'

/** The customer tab with the values of indicators, one for each of its rows. */
export type StandardValues = {
  tab: BoundTab
  /** '' for a blank row. */
  ids: string[]
  valuesOf: (key: string) => Values
  /** In days since 1970-01-01; where nothing dated is looked at, today. */
  asOf: number
  today: number
  /** The rows of dated tabs that were read. */
  dated: DatedRows[]
}

/**
 * Reads what indicators look at: each tab once, however many indicators it serves.
 *
 * @param keys What is wanted; tabs that none of them needs are not read.
 * @param product The product that orders and opportunities are limited to; '' for all.
 * @throws InputError `missingTab`, `missingColumn`, `indicatorGone`, and for cells that cannot be read.
 */
export function standardValues(indicators: readonly { key: string; label: string }[], product: string): StandardValues {
  const context = cellContext()
  const find = tabFinder()
  const tab = requiredTab('customers', find)
  const ids = customerIds(tab)
  const now = today()
  const wants = (source: string) => indicators.some(({ key }) => key.startsWith(`${source}:`))
  const linked = (kind: TabKind) => byCustomerId(requiredTab(kind, find), tab)
  const orders = wants('orders') ? orderRecords(linked('orders'), product, context) : undefined
  const contacts = wants('contacts') ? contactRecords(linked('interactions'), context) : undefined
  const deals = wants('opportunities') ? opportunityRecords(linked('opportunities'), product, context) : undefined
  const dated = [orders, contacts].filter((each) => each !== undefined)
  const asOf = countedTo(
    dated.map(({ days }) => days),
    now,
  )

  const columns = new Map<string, Values>()
  const known = (values: (id: string) => number | undefined) => ids.map((id) => (id === '' ? undefined : values(id)))
  if (orders) {
    const wanted = new Set(indicators.map(({ key }) => key.replace(/^orders:/, '') as OrderFigure))
    const figures = orderFigures(orders, wanted, asOf)
    const placeOf = new Map(figures.customers.map((id, place) => [String(id), place]))
    for (const [figure, values] of Object.entries(figures.columns)) {
      columns.set(
        `orders:${figure}`,
        known((id) => values[placeOf.get(id) ?? -1]),
      )
    }
  }
  if (contacts) {
    for (const [figure, counts] of Object.entries(contactFigures(contacts, asOf))) {
      columns.set(
        `contacts:${figure}`,
        known((id) => counts.get(id) ?? 0),
      )
    }
  }
  if (deals) {
    const open = openAmounts(deals, asOf)
    columns.set(
      'opportunities:open',
      known((id) => open.get(id) ?? 0),
    )
  }
  for (const { key, label } of indicators) {
    if (columns.has(key)) continue
    const position = columnAt(tab, key)
    if (position === undefined) throw new InputError('indicatorGone', { indicator: label })
    const values = columnValues(tab, position, context)
    columns.set(
      key,
      values.map((value, row) => (ids[row] === '' ? undefined : value)),
    )
  }
  return { tab, ids, valuesOf: (key) => columns.get(key) as Values, asOf, today: now, dated }
}
