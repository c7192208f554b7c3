import { isoDay } from '../../core/calendar/iso-day.ts'
import { errorText, InputError } from '../../core/input-error.ts'
import type { KpiFigure } from '../../core/kpi/kpi-figure.ts'
import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import { today } from '../sheet/now.ts'
import { keepSnapshot } from './history/keep-snapshot.ts'
import { readHistory } from './history/read-history.ts'
import type { Trend } from './sheet/kpi-tables.ts'

/** The days of a history that a line is drawn of. */
const MOST_POINTS = 60

/**
 * Keeps the figures of the day in the KPI history, and gives the history of the KPI that a plan has a line of, with one
 * read of that tab.
 *
 * @returns `problem` is a sentence where that could not be done.
 */
export function keepTrends(
  plan: KpiPlan,
  figures: readonly KpiFigure[],
  asOf: string,
): { trends: Trend[]; problem: string } {
  try {
    // Months are a history themselves, and would be most of its rows.
    const daily = figures.filter(({ by }) => by !== 'month')
    const tab = keepSnapshot(daily, { period: plan.period, asOf })
    if (plan.trend === '') return { trends: [], problem: '' }
    const now = figures.find(({ kpi, by }) => kpi === plan.trend && by === '')
    const past = readHistory('', tab).series.find(({ kpi, period }) => kpi === plan.trend && period === plan.period)
    const known = now ?? past
    if (!known) return { trends: [], problem: '' }
    const days = [...(past?.points ?? []).filter(({ day }) => day < today()), { day: today(), value: now?.value }]
    const points = days.flatMap(({ day, value }) => (value === undefined ? [] : [{ day: isoDay(day), value }]))
    const { kpi, unit } = known
    const label = now?.label ?? past?.label ?? kpi
    return { trends: [{ kpi, label, unit, points: points.slice(-MOST_POINTS) }], problem: '' }
  } catch (error) {
    // A protected tab, say: the figures are shown all the same.
    const problem =
      error instanceof InputError ? errorText(error, messagesFor(plan.language)) : (error as Error).message
    return { trends: [], problem }
  }
}
