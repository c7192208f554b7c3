import { periodLabel } from '../calendar/periods.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import type { KpiId, kpiCatalogue } from './kpi-catalogue.ts'
import type { KpiCut, KpiFigure } from './kpi-figure.ts'
import type { KpiCustomers, KpiOrders } from './kpi-orders.ts'
import { type KpiWindow, monthWindows } from './kpi-window.ts'
import { type GroupTotals, orderTotals, type SpanTotals } from './order-totals.ts'

/** The KPIs that are counted from the spreadsheet's own tabs. */
export type SheetKpi = { [K in KpiId]: (typeof kpiCatalogue)[K]['origin'] extends 'sheet' ? K : never }[KpiId]

/** A figure before it is named. */
export type BareFigure = Pick<KpiFigure, 'group' | 'value' | 'n' | 'low' | 'high' | 'before'>

/** What has been added up of one group. `history`: whether anybody had ordered before the window's days. */
type Group = { name: string; customers: number; totals: GroupTotals; history: boolean }

/**
 * Figures of customers and their orders, for a cut at a time.
 *
 * Orders of customers whom the file lacks count in the whole and in the group '', so that groups add up to the whole.
 * Months are the last twelve calendar months, each counted as its own period; the last is held to the same days.
 *
 * @returns For each KPI its figures: one for the whole; else one a group in text order, '' last, or one a month.
 */
export function sheetFigures(
  file: KpiCustomers,
  orders: KpiOrders,
  window: KpiWindow,
): (kpi: SheetKpi, by: KpiCut | '') => BareFigure[] {
  const known = new Map<string, Group[]>()
  return (kpi, by) => {
    if (by === 'dimension') return []
    const groups = known.get(by) ?? groupsBy(file, orders, window, by)
    known.set(by, groups)
    return groups.map((group) => ({ group: group.name, ...figure(kpi, group) }))
  }
}

function groupsBy(
  file: KpiCustomers,
  orders: KpiOrders,
  window: KpiWindow,
  by: Exclude<KpiCut, 'dimension'> | '',
): Group[] {
  const first = orders.days.reduce((least, day) => Math.min(least, day), Infinity)
  const one = new Int32Array(orders.customers)
  const whole = (name: string, span: KpiWindow): Group => {
    const totals = orderTotals(orders, span, one, 1)[0] as GroupTotals
    return { name, customers: orders.inFile, totals, history: first < span.before.until }
  }
  if (by === '') return [whole('', window)]
  if (by === 'month') {
    return monthWindows(window.until).map(({ month, window: span }) => whole(periodLabel(month, 'MONTH'), span))
  }
  const { names, groupOf, sizes } = numbered(file[by], orders)
  const totals = orderTotals(orders, window, groupOf, names.length)
  return names.map((name, group) => {
    return {
      name,
      customers: sizes[group] as number,
      totals: totals[group] as GroupTotals,
      history: first < window.before.until,
    }
  })
}

/** Each customer's group by number, in text order, '' last; customers whom the file lacks are in ''. */
function numbered(values: readonly string[], { customers, placeOf, inFile }: KpiOrders) {
  const groupNameOf = (customer: number) => (customer < inFile ? (values[placeOf[customer] as number] ?? '') : '')
  const all = new Set(Array.from({ length: customers }, (_, customer) => groupNameOf(customer)))
  const names = [...all].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
  const numberOf = new Map(names.map((name, number) => [name, number]))
  const groupOf = Int32Array.from({ length: customers }, (_, customer) => numberOf.get(groupNameOf(customer)) as number)
  const sizes = new Int32Array(names.length)
  for (let customer = 0; customer < inFile; customer++) sizes[groupOf[customer] as number]!++
  return { names, groupOf, sizes }
}

function figure(kpi: SheetKpi, { customers, totals: { now, before }, history }: Group): Omit<BareFigure, 'group'> {
  if (kpi === 'customers') return { ...plain(customers), n: customers, before: undefined }
  if (kpi === 'retention' || kpi === 'repeat_rate') {
    const [rate, earlier] = [shareOf(kpi, now), shareOf(kpi, before)]
    return { ...rate, before: earlier.value }
  }
  const n = kpi === 'active_customers' || kpi === 'new_customers' ? now.buyers : now.orders
  return { ...plain(amountOf(kpi, now)), n, before: history ? amountOf(kpi, before) : undefined }
}

function amountOf(kpi: Exclude<SheetKpi, 'customers' | 'retention' | 'repeat_rate'>, totals: SpanTotals) {
  switch (kpi) {
    case 'active_customers':
      return totals.active
    case 'new_customers':
      return totals.added
    case 'revenue':
      return totals.revenue
    case 'orders':
      return totals.orders
    case 'average_order':
      return totals.orders === 0 ? undefined : totals.revenue / totals.orders
  }
}

function shareOf(kpi: 'retention' | 'repeat_rate', { base, retained, buyers, repeaters }: SpanTotals) {
  const [part, n] = kpi === 'retention' ? [retained, base] : [repeaters, buyers]
  const stats = wilsonInterval(part, n)
  return { value: stats?.rate, n, low: stats?.low, high: stats?.high }
}

function plain(value: number | undefined) {
  return { value, low: undefined, high: undefined }
}
