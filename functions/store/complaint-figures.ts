import { type Dimension, isPeriodCut } from '../../core/complaint/complaint-cut.ts'
import {
  type ComplaintFigure,
  type ComplaintQuestion,
  complaintFigures,
} from '../../core/complaint/complaint-figures.ts'
import { daysAfter } from '../../core/complaint/iso-day.ts'
import { complaintFacts } from './complaint-fact.ts'
import { firstComplaintYear } from './complaint-number.ts'
import { type Customer, customerSchema } from './customer.ts'
import type { Table } from './table.ts'
import { itemsIn } from './table.ts'
import { getWorkspace } from './workspace.ts'
import type { WorkspaceKey } from './workspace-key.ts'

/** A figure of the desk, counted from what is stored at this moment. */
export async function storedComplaintFigures(
  table: Table,
  workspace: WorkspaceKey,
  question: ComplaintQuestion,
  now: string,
): Promise<ComplaintFigure[]> {
  const { timeZone } = await getWorkspace(table, workspace)
  const { from, to } = await monthsNeeded(table, workspace, question, now)
  const [facts, customers] = await Promise.all([
    complaintFacts(table, workspace, from, to),
    question.metric === 'PER_100_CUSTOMERS' ? mirroredCustomers(table, workspace) : [],
  ])
  const inValue = (cut?: Dimension, value?: string) =>
    cut === 'tier' || cut === 'owner' || cut === 'segment'
      ? customers.filter((customer) => (customer[cut] ?? '') === value).length
      : customers.length
  return complaintFigures(facts, question, { now, timeZone, customers: inValue })
}

/**
 * The UTC months whose facts a question needs, a day wider than its days, which are those of the workspace's zone.
 *
 * Open complaints are read in any case. Who was open at a past day's end may have been closed in any month since.
 */
async function monthsNeeded(table: Table, workspace: WorkspaceKey, question: ComplaintQuestion, now: string) {
  const { metric, by, from, to } = question
  const today = now.slice(0, 10)
  const atEnd = (metric === 'OPEN' || metric === 'AT_RISK') && !(by && isPeriodCut(by))
  const first = atEnd ? ((metric === 'OPEN' ? to : undefined) ?? today) : from
  const last = metric === 'OPEN' || to === undefined || to > today ? today : to
  const year = await firstComplaintYear(table, workspace)
  const earliest = daysAfter(`${year ?? now.slice(0, 4)}-01-01`, -1)
  return {
    from: daysAfter(first && first > earliest ? first : earliest, -1).slice(0, 7),
    to: daysAfter(last, 1).slice(0, 7),
  }
}

async function mirroredCustomers(table: Table, workspace: WorkspaceKey): Promise<Customer[]> {
  const customers: Customer[] = []
  const span = { pk: workspace.partition('C'), from: '\u0001', to: '\u{10ffff}' }
  for await (const customer of itemsIn(table, customerSchema, span)) customers.push(customer)
  return customers
}
