import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { TabImport } from '../tab-import/tab-import.tsx'
import { ColumnStep } from './column-step.tsx'
import { ComplaintDetails, RejectedComplaints } from './complaint-details.tsx'
import { complaintSender, preparedComplaints } from './prepared-complaints.ts'
import { likelyTab, proposedPlan } from './proposed-plan.ts'

/** Imports complaints from a tab. */
export function ImportComplaints() {
  return (
    <TabImport
      kind={{
        words: messages.complaintImport,
        setup: () => server.complaintImportSetup(),
        likely: ({ tabs }) => likelyTab(tabs),
        read: ({ timeZone, now }, { tab, rows, find }) => ({ tab, rows, basis: { find, timeZone, now } }),
        proposed: proposedPlan,
        prepared: (read, plan, onPage) => preparedComplaints(server, read, plan, onPage),
        sender: (read, prepared) => complaintSender(server, read, prepared),
        Columns: ColumnStep,
        Details: ComplaintDetails,
        Rejected: RejectedComplaints,
      }}
    />
  )
}
