import type { ComplaintColumns, ComplaintPart, ComplaintPlan } from '../../../core/complaint/import/complaint-plan.ts'
import { proposedComplaintColumns } from '../../../core/complaint/import/proposed-complaint-columns.ts'
import type { ComplaintTab } from '../../complaint/complaint-import-setup.ts'
import { likelyKey } from '../tab-import/likely-key.ts'
import { planOf } from '../tab-import/prepared-import.ts'
import type { TabRows } from './prepared-complaints.ts'

/** How a tab's rows are read: as it remembers, where its columns are still there; else as its headers and cells say. */
export function proposedPlan({ tab, rows, basis: { find } }: TabRows): ComplaintPlan {
  const proposed = withCustomer(proposedComplaintColumns(tab.header))
  if (tab.kept) {
    const plan = planOf<ComplaintPart, ComplaintPlan>(tab, tab.kept.plan)
    const isWhole = Object.keys(plan.at).length === Object.keys(tab.kept.plan.columns).length
    return isWhole ? plan : { ...plan, at: { ...proposed, ...plan.at } }
  }
  const by = proposed.customer === proposedComplaintColumns(tab.header).customerName ? 'customer' : undefined
  return {
    at: proposed,
    by: by ?? likelyKey(rows, proposed.customer, find),
    kind: 'complaint',
    channel: 'import',
    meant: {},
  }
}

/** Where names alone tell who it was, customers are looked for by them. */
function withCustomer(at: ComplaintColumns): ComplaintColumns {
  if (at.customer !== undefined || at.customerName === undefined) return at
  const { customerName: customer, ...others } = at
  return { ...others, customer }
}

/** The tab that looks most like complaints: one with a date, then the one in which most is recognised. */
export function likelyTab(tabs: readonly ComplaintTab[]): ComplaintTab | undefined {
  const looks = ({ header, kept }: ComplaintTab) => {
    const at = proposedComplaintColumns(header)
    const isLikely = at.receivedAt !== undefined && (at.description ?? at.category) !== undefined
    return Object.keys(at).length + (isLikely ? 100 : 0) + (kept ? 1000 : 0)
  }
  return [...tabs].sort((a, b) => looks(b) - looks(a))[0]
}
