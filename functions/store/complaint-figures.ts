import { daysAfter } from '../../core/calendar/iso-day.ts'
import { firstInstantOf } from '../../core/calendar/zoned-time.ts'
import { isPeriodCut } from '../../core/complaint/complaint-cut.ts'
import {
  type ComplaintFigure,
  type ComplaintQuestion,
  type CustomerGroups,
  complaintFigures,
} from '../../core/complaint/complaint-figures.ts'
import { type ComplaintMetric, complaintMetrics } from '../../core/complaint/complaint-measures.ts'
import { type RecountedMetric, recountedComplaints } from '../../core/complaint/recounted-complaints.ts'
import { complaintFacts } from './complaint-fact.ts'
import { firstComplaintYear } from './complaint-number.ts'
import { getComplaintPolicy } from './complaint-policy.ts'
import { customerSchema } from './customer.ts'
import type { Table } from './table.ts'
import { itemsIn } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** Every figure of the desk at once, by metric, over what one figure reads. */
export async function storedComplaintReport(
  table: Table,
  workspace: WorkspaceKey,
  asked: Omit<ComplaintQuestion, 'metric'>,
  now: string,
): Promise<Record<ComplaintMetric, ComplaintFigure[]>> {
  // Who was open at a past day's end takes the most: all months since.
  const counted = await complaintCounter(
    table,
    workspace,
    [
      { ...asked, metric: 'OPEN' },
      { ...asked, metric: 'PER_100_CUSTOMERS' },
    ],
    now,
  )
  const report = complaintMetrics.map((metric) => [metric, counted({ ...asked, metric })] as const)
  return Object.fromEntries(report) as Record<ComplaintMetric, ComplaintFigure[]>
}

/** A figure of the desk, counted from what is stored at this moment. */
export async function storedComplaintFigures(
  table: Table,
  workspace: WorkspaceKey,
  question: ComplaintQuestion,
  now: string,
): Promise<ComplaintFigure[]> {
  return (await complaintCounter(table, workspace, [question], now))(question)
}

/** A figure of the desk counted complaint by complaint, from all facts that there are. */
export async function storedComplaintRecount(
  table: Table,
  workspace: WorkspaceKey,
  { metric, from, to }: { metric: RecountedMetric; from: string; to: string },
  now: string,
): Promise<{ n: number; figure: number | null }> {
  const { timeZone } = (await getComplaintPolicy(table, workspace)).calendar
  const year = await firstComplaintYear(table, workspace)
  const facts = await complaintFacts(table, workspace, `${(year ?? Number(now.slice(0, 4))) - 1}-12`, now.slice(0, 7))
  const customers = metric === 'PER_100_CUSTOMERS' ? (await mirroredCustomers(table, workspace)).length : 0
  const end = firstInstantOf(daysAfter(to, 1), timeZone)
  const until = end <= now ? end : new Date(Date.parse(now) + 1).toISOString()
  return recountedComplaints(facts, metric, { from: firstInstantOf(from, timeZone), until, now, customers })
}

/** Reads once what suffices for all of some questions. @returns What counts the figure of any of them. */
export async function complaintCounter(
  table: Table,
  workspace: WorkspaceKey,
  questions: readonly ComplaintQuestion[],
  now: string,
): Promise<(question: ComplaintQuestion) => ComplaintFigure[]> {
  const { timeZone } = (await getComplaintPolicy(table, workspace)).calendar
  const year = await firstComplaintYear(table, workspace)
  const needed = questions.map((question) => monthsNeeded(question, year, now))
  const from = needed.map((months) => months.from).sort()[0] as string
  const to = needed
    .map((months) => months.to)
    .sort()
    .pop() as string
  const [facts, customers] = await Promise.all([
    complaintFacts(table, workspace, from, to),
    questions.some(({ metric }) => metric === 'PER_100_CUSTOMERS') ? mirroredCustomers(table, workspace) : [],
  ])
  return (question) => complaintFigures(facts, question, { now, timeZone, customers })
}

/**
 * The UTC months whose facts a question needs, a day wider than its days, which are those of the desk's zone.
 *
 * Open complaints are read in any case. Who was open at a past day's end may have been closed in any month since.
 */
function monthsNeeded(question: ComplaintQuestion, year: number | undefined, now: string) {
  const { metric, by, from, to } = question
  const today = now.slice(0, 10)
  const atEnd = (metric === 'OPEN' || metric === 'AT_RISK') && !(by && isPeriodCut(by))
  const first = atEnd ? ((metric === 'OPEN' ? to : undefined) ?? today) : from
  const last = metric === 'OPEN' || to === undefined || to > today ? today : to
  const earliest = daysAfter(`${year ?? now.slice(0, 4)}-01-01`, -1)
  return {
    from: daysAfter(first && first > earliest ? first : earliest, -1).slice(0, 7),
    to: daysAfter(last, 1).slice(0, 7),
  }
}

async function mirroredCustomers(table: Table, workspace: WorkspaceKey): Promise<CustomerGroups[]> {
  const customers: CustomerGroups[] = []
  const span = { pk: workspace.partition('C'), from: '\u0001', to: '\u{10ffff}' }
  for await (const customer of itemsIn(table, customerSchema, span)) {
    const { tier = '', owner = '', segment = '' } = customer
    customers.push({ tier, owner, segment })
  }
  return customers
}
