import { daysAfter } from '../calendar/iso-day.ts'
import { type NamedPeriod, typedPeriod } from '../calendar/typed-period.ts'
import { firstInstantOf, zonedDay } from '../calendar/zoned-time.ts'
import { InputError } from '../input-error.ts'
import { calendarPeriods } from './calendar-period.ts'
import type { Instant } from './complaint.ts'
import {
  type ComplaintCut,
  cutValue,
  type Dimension,
  isPeriodCut,
  type PeriodCut,
  periodUnit,
} from './complaint-cut.ts'
import type { ComplaintFact } from './complaint-fact.ts'
import { type ComplaintMetric, complaintMeasures, type Measured } from './complaint-measures.ts'

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

/** The moment of asking, the zone whose days are counted, and the customers there are, whether they complained or not. */
export type ComplaintOutlook = {
  now: Instant
  timeZone: string
  customers: readonly CustomerGroups[]
}

/** What a customer can be counted by. */
export type CustomerGroups = { tier: string; owner: string; segment: string }

export type ComplaintFigure = Measured & {
  /** The value of the cut; blank for the figure over everything, and for complaints that have none. */
  value: string
}

/**
 * A figure of the desk, over everything or per value of a cut.
 *
 * @param facts Of all kinds; only complaints count.
 * @returns One row without `by` or with `value`. Else one per value that has a case, in text order, or one per calendar
 *   period of the span, in time order, empty ones too. Complaints per 100 customers have a row for each tier, owner and
 *   segment that has customers, by the owner that a customer had at intake.
 * @throws InputError `complaintSpanLong` for over 4,000 periods.
 */
export function complaintFigures(
  facts: readonly ComplaintFact[],
  question: ComplaintQuestion,
  outlook: ComplaintOutlook,
): ComplaintFigure[] {
  const complaints = facts.filter(({ kind }) => kind === 'complaint')
  const { by } = question
  if (by === undefined) return [{ value: '', ...measured(complaints, question, outlook) }]
  return isPeriodCut(by) ? byPeriod(complaints, question, outlook, by) : byDimension(complaints, question, outlook, by)
}

function byDimension(facts: ComplaintFact[], question: ComplaintQuestion, outlook: ComplaintOutlook, by: Dimension) {
  const perCustomer = question.metric === 'PER_100_CUSTOMERS'
  const groups = grouped(facts, (fact) => (perCustomer && by === 'owner' ? fact.customer.owner : cutValue(fact, by)))
  const customers = perCustomer && isCustomers(by) ? grouped(outlook.customers, (each) => each[by]) : undefined
  const found = [...new Set([...groups.keys(), ...(customers?.keys() ?? [])])].sort()
  const rows = (question.value === undefined ? found : [question.value]).map((value) => ({
    value,
    ...measured(groups.get(value) ?? [], question, outlook, customers && (customers.get(value) ?? [])),
  }))
  return rows.filter(({ value, n }) => question.value !== undefined || n > 0 || customers?.has(value))
}

function isCustomers(cut: Dimension): cut is keyof CustomerGroups {
  return cut === 'tier' || cut === 'owner' || cut === 'segment'
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}

function byPeriod(facts: ComplaintFact[], question: ComplaintQuestion, outlook: ComplaintOutlook, by: PeriodCut) {
  const periods =
    question.value === undefined
      ? calendarPeriods(...spanOf(facts, question, by, outlook), by)
      : [within(typedPeriod(question.value, periodUnit(by)), question)]
  return periods.map(({ label, from, to }) => ({
    value: label,
    ...measured(facts, { ...question, from, to }, outlook),
  }))
}

/** @throws InputError `complaintSpanLong` */
function spanOf(
  facts: ComplaintFact[],
  question: ComplaintQuestion,
  by: PeriodCut,
  { now, timeZone }: ComplaintOutlook,
): [from: string, to: string] {
  const today = zonedDay(Date.parse(now), timeZone)
  const first = facts.map(({ receivedAt }) => receivedAt).sort()[0]
  const from = question.from ?? (first === undefined ? today : zonedDay(Date.parse(first), timeZone))
  const to = question.to && question.to < today ? question.to : today
  const rows = (Date.parse(to) - Date.parse(from)) / 86_400_000 / DAYS_IN[by] + 1
  if (rows > MOST_ROWS) throw new InputError('complaintSpanLong', { from, to })
  return [from, to]
}

/** The days of a period that are asked about. */
function within(period: NamedPeriod, { from = '', to = '9999-12-31' }: ComplaintQuestion): NamedPeriod {
  return {
    label: period.label,
    from: period.from > from ? period.from : from,
    to: period.to < to ? period.to : to,
  }
}

function measured(
  facts: readonly ComplaintFact[],
  { metric, from, to }: ComplaintQuestion,
  { now, timeZone, customers }: ComplaintOutlook,
  among: readonly CustomerGroups[] = customers,
): Measured {
  const past = to !== undefined && to < zonedDay(Date.parse(now), timeZone)
  return complaintMeasures[metric]({
    facts,
    from: from === undefined ? '' : firstInstantOf(from, timeZone),
    until: past ? firstInstantOf(daysAfter(to, 1), timeZone) : new Date(Date.parse(now) + 1).toISOString(),
    now,
    customers: among.length,
  })
}
