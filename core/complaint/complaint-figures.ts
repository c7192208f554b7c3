import { InputError } from '../input-error.ts'
import { calendarPeriods } from './calendar-period.ts'
import type { Instant } from './complaint.ts'
import { type ComplaintCut, cutValue, type Dimension, isPeriodCut, type PeriodCut } from './complaint-cut.ts'
import type { ComplaintFact } from './complaint-fact.ts'
import { type ComplaintMetric, complaintMeasures, type Measured } from './complaint-measures.ts'
import { daysAfter } from './iso-day.ts'
import { firstInstantOf, zonedDay } from './zoned-time.ts'

const DAYS_IN: Record<PeriodCut, number> = { day: 1, week: 7, month: 30, quarter: 91 }

/** Eleven years day by day; more would be slow and read by nobody. */
const MOST_ROWS = 4000

/** What is asked: from and to are days `YYYY-MM-DD`, both counted in; open ends reach to the first complaint and to now. */
export type ComplaintQuestion = {
  metric: ComplaintMetric
  by?: ComplaintCut | undefined
  value?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The moment of asking, the zone whose days are counted, and how many customers there are. */
export type ComplaintOutlook = {
  now: Instant
  timeZone: string
  /** Customers in a value of a dimension; of all where none is given. */
  customers: (cut?: Dimension, value?: string) => number
}

export type ComplaintFigure = Measured & {
  /** The value of the cut; blank for the figure over everything, and for complaints that have none. */
  value: string
}

/**
 * A figure of the desk, over everything or per value of a cut.
 *
 * @param facts Of all kinds; only complaints count.
 * @returns One row without `by` or with `value`. Else one per value that occurs, in text order, or one per calendar
 *   period of the span, in time order, empty ones too.
 * @throws InputError `complaintSpanLong` for over 4,000 periods.
 */
export function complaintFigures(
  facts: readonly ComplaintFact[],
  question: ComplaintQuestion,
  outlook: ComplaintOutlook,
): ComplaintFigure[] {
  const complaints = facts.filter(({ kind }) => kind === 'complaint')
  const { by } = question
  if (by === undefined) return [{ value: '', ...measured(complaints, question, outlook, outlook.customers()) }]
  return isPeriodCut(by) ? byPeriod(complaints, question, outlook, by) : byDimension(complaints, question, outlook, by)
}

function byDimension(facts: ComplaintFact[], question: ComplaintQuestion, outlook: ComplaintOutlook, by: Dimension) {
  const groups = new Map<string, ComplaintFact[]>()
  for (const fact of facts) {
    const value = cutValue(fact, by)
    const group = groups.get(value)
    if (group) group.push(fact)
    else groups.set(value, [fact])
  }
  const values = question.value === undefined ? [...groups.keys()].sort() : [question.value]
  return values.map((value) => ({
    value,
    ...measured(groups.get(value) ?? [], question, outlook, outlook.customers(by, value)),
  }))
}

function byPeriod(facts: ComplaintFact[], question: ComplaintQuestion, outlook: ComplaintOutlook, by: PeriodCut) {
  const { now, timeZone } = outlook
  const today = zonedDay(Date.parse(now), timeZone)
  const first = facts.map(({ receivedAt }) => receivedAt).sort()[0] ?? now
  const from = question.from ?? zonedDay(Date.parse(first), timeZone)
  const to = question.to && question.to < today ? question.to : today
  const rows = (Date.parse(to) - Date.parse(from)) / 86_400_000 / DAYS_IN[by] + 1
  if (rows > MOST_ROWS) throw new InputError('complaintSpanLong', { from, to })
  return calendarPeriods(from, to, by)
    .filter(({ label }) => question.value === undefined || label === question.value)
    .map(({ label, from, to }) => ({
      value: label,
      ...measured(facts, { ...question, from, to }, outlook, outlook.customers()),
    }))
}

function measured(
  facts: readonly ComplaintFact[],
  { metric, from, to }: ComplaintQuestion,
  { now, timeZone }: ComplaintOutlook,
  customers: number,
): Measured {
  const past = to !== undefined && to < zonedDay(Date.parse(now), timeZone)
  return complaintMeasures[metric]({
    facts,
    from: from === undefined ? '' : firstInstantOf(from, timeZone),
    until: past ? firstInstantOf(daysAfter(to, 1), timeZone) : new Date(Date.parse(now) + 1).toISOString(),
    now,
    customers,
  })
}
