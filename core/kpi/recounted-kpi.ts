import type { KpiCustomers } from './kpi-orders.ts'
import type { DaySpan, KpiWindow } from './kpi-window.ts'
import type { SheetKpi } from './sheet-figures.ts'

/** An order as its row says it: days since 1970-01-01. */
export type OrderRow = { id: string; day: number; amount: number }

/** A figure counted anew: `rows` of the customers and orders that were looked at for it. */
export type RecountedKpi = {
  value: number | undefined
  n: number | undefined
  rows: { customers: number; orders: number }
}

/**
 * A KPI of the whole by going through the rows once more, the plain way: for proving a figure, nothing of how
 * `sheetFigures` adds up is used. Money is added in whole ten-thousandths.
 */
export function recountedKpi(
  kpi: SheetKpi,
  customers: Pick<KpiCustomers, 'ids'>,
  orders: readonly OrderRow[],
  window: KpiWindow,
): RecountedKpi {
  const known = new Set(customers.ids.filter((id) => id !== ''))
  const past = orders.filter(({ day }) => day < window.until)
  const counted = past.filter(({ day }) => day >= window.from)
  const buyers = new Set(past.map(({ id }) => id))
  const rows = { customers: customers.ids.filter((id) => id !== '').length, orders: orders.length }
  const say = (value: number | undefined, n: number | undefined): RecountedKpi => ({ value, n, rows })
  const revenue = Number(counted.reduce((sum, { amount }) => sum + BigInt(Math.round(amount * 1e4)), 0n)) / 1e4
  switch (kpi) {
    case 'customers':
      return say(known.size, known.size)
    case 'orders':
      return say(counted.length, counted.length)
    case 'revenue':
      return say(revenue, counted.length)
    case 'average_order':
      return say(counted.length === 0 ? undefined : revenue / counted.length, counted.length)
    case 'active_customers':
      return say(new Set(past.filter(({ day }) => day >= window.until - 90).map(({ id }) => id)).size, buyers.size)
    case 'new_customers': {
      const older = new Set(past.filter(({ day }) => day < window.from).map(({ id }) => id))
      return say([...buyers].filter((id) => !older.has(id)).length, buyers.size)
    }
    case 'repeat_rate':
      return share([...buyers], repeaters(past), say)
    case 'retention':
      return share([...idsIn(past, window.before)], idsIn(counted, window), say)
  }
}

/** The share of `ids` that are among `good`. */
function share(ids: string[], good: ReadonlySet<string>, say: (value: number | undefined, n: number) => RecountedKpi) {
  const found = ids.filter((id) => good.has(id)).length
  return say(ids.length === 0 ? undefined : found / ids.length, ids.length)
}

function idsIn(orders: readonly OrderRow[], { from, until }: DaySpan): Set<string> {
  return new Set(orders.filter(({ day }) => day >= from && day < until).map(({ id }) => id))
}

/** Who ordered more than once. */
function repeaters(orders: readonly OrderRow[]): Set<string> {
  const once = new Set<string>()
  const again = new Set<string>()
  for (const { id } of orders) (once.has(id) ? again : once).add(id)
  return again
}
