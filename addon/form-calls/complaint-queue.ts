import { type ComplaintRow, type RefreshedTab, refreshComplaintsTab as refresh } from '../complaint/complaints-tab.ts'
import { type HandedOver, type HandOver, handOverComplaints as handOver } from '../complaint/hand-over.ts'
import { type ComplaintPage, listedComplaints as list } from '../complaint/queue.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { inWords } from '../user-language.ts'

/** A page of complaints, most urgent first. */
export function listedComplaints(query: string): ComplaintPage {
  return inWords(() => list(query))
}

/** Brings the Complaints tab up to date with those that are listed. */
export function refreshComplaintsTab(listed: ComplaintRow[]): RefreshedTab {
  return inWords(() => oneAtATime(() => refresh(listed)))
}

/** Gives a page of what somebody has open to others. */
export function handOverComplaints(asked: HandOver, after: string, operationId: string): HandedOver {
  return inWords(() => handOver(asked, after, operationId))
}
