import type { ComplaintImportSetup } from '../../addon/complaint/complaint-import-setup.ts'
import {
  complaintSender,
  type PreparedComplaints,
  preparedComplaints as prepare,
  type TabRows,
} from '../../addon/sidebar/complaints-import/prepared-complaints.ts'
import { proposedPlan } from '../../addon/sidebar/complaints-import/proposed-plan.ts'
import { nothingSent, type SentSoFar, sendRows } from '../../addon/sidebar/tab-import/send-rows.ts'
import type { ComplaintPlan } from '../../core/complaint/import/complaint-plan.ts'
import { customerFinder } from '../../core/customer-file/customer-finder.ts'
import { rowsOfPages } from './rows-of-pages.ts'

type Call = (name: string, ...args: never[]) => Promise<unknown>
type Send = (onPage?: (sum: SentSoFar) => void, goOn?: () => boolean, before?: SentSoFar) => Promise<SentSoFar>

/** Complaints of a tab, read and looked up as the form does, over the built script. */
export async function preparedComplaints(
  script: Call,
  tabName: string,
  change: (plan: ComplaintPlan) => ComplaintPlan = (plan) => plan,
): Promise<{ read: TabRows; plan: ComplaintPlan; prepared: PreparedComplaints; send: Send }> {
  const call = script as (name: string, ...args: unknown[]) => Promise<never>
  const { tabs, customers, timeZone, now }: ComplaintImportSetup = await call('complaintImportSetup')
  const tab = tabs.find(({ name }) => name === tabName)
  if (!tab) throw new Error(`There is no tab ${tabName}`)
  const rows = await rowsOfPages((from) => call('importSourcePage', tabName, from))
  const columns = customers?.columns ?? []
  const keys = columns.map(({ key }) => key)
  const known = customers ? await rowsOfPages((from) => call('customerFilePage', from, keys)) : []
  const read: TabRows = { tab, rows, basis: { find: customerFinder({ columns, rows: known }), timeZone, now } }
  const plan = change(proposedPlan(read))
  const calls = {
    knownComplaints: (...args: unknown[]) => call('knownComplaints', ...args),
    beginComplaintImport: (...args: unknown[]) => call('beginComplaintImport', ...args),
    sendComplaints: (...args: unknown[]) => call('sendComplaints', ...args),
  }
  const prepared = await prepare(calls, read, plan, () => {})
  const send: Send = (onPage = () => {}, goOn = () => true, before = nothingSent) =>
    sendRows(complaintSender(calls, read, prepared), prepared, before, onPage, goOn)
  return { read, plan, prepared, send }
}
