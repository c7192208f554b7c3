import type { PeriodUnit, Weekday } from '../calendar/periods.ts'
import { orderCustomers } from './order-customers.ts'
import { orderPeriods } from './order-periods.ts'
import type { Orders } from './orders.ts'

export type FlowPeriod = {
  /** Number of the period, as of `periodOf`. */
  period: number
  /** Customers with an order in it: new, retained and reactivated together. */
  active: number
  /** Those whose first order of all lies in it. */
  added: number
  /** Those who were active in the period before too. */
  retained: number
  /** Those who had ordered, but not in the period before. */
  reactivated: number
  /** Active in the period before, not in this one; 0 in the first. */
  lost: number
}

/**
 * Customers who came, stayed, came back and left, period by period.
 *
 * Every period from the first order to the last has its row, those without orders too. A customer counts once a period.
 * The last period is taken as it is, though it may not be over.
 *
 * @returns Earliest period first; [] for no orders.
 */
export function customerFlow({ ids, days }: Orders, unit: PeriodUnit = 'MONTH', weekStart: Weekday = 1): FlowPeriod[] {
  const { periods, first, last } = orderPeriods(days, unit, weekStart)
  if (periods.length === 0) return []
  const span = last - first + 1
  const { customerOf } = orderCustomers(ids, days, Infinity)
  const visits = Float64Array.from(periods, (period, row) => (customerOf[row] as number) * span + period - first).sort()
  const flow = Array.from({ length: span }, (_, i) => emptyPeriod(first + i))
  let before = -1
  for (const visit of visits) {
    if (visit === before) continue
    const row = flow[visit % span] as FlowPeriod
    row.active += 1
    if (before < 0 || Math.floor(before / span) !== Math.floor(visit / span)) row.added += 1
    else if (before === visit - 1) row.retained += 1
    else row.reactivated += 1
    before = visit
  }
  for (const [i, row] of flow.entries()) row.lost = (flow[i - 1]?.active ?? 0) - row.retained
  return flow
}

function emptyPeriod(period: number): FlowPeriod {
  return { period, active: 0, added: 0, retained: 0, reactivated: 0, lost: 0 }
}
