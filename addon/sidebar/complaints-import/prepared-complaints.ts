import type { ComplaintBasis } from '../../../core/complaint/import/complaint-basis.ts'
import type { ComplaintPart, ComplaintPlan, KeptComplaintPlan } from '../../../core/complaint/import/complaint-plan.ts'
import {
  type ComplaintRow,
  complaintReading,
  type RejectedComplaint,
} from '../../../core/complaint/import/complaint-reading.ts'
import type { PlainCell } from '../../../core/customer-file/customer-table.ts'
import type { ComplaintTab } from '../../complaint/complaint-import-setup.ts'
import type { OnPage } from '../customer-file/read-rows.ts'
import type { server } from '../kit/server.ts'
import { type PreparedImport, preparedImport } from '../tab-import/prepared-import.ts'
import type { Sender } from '../tab-import/send-rows.ts'

/** A tab with all its rows, as they stood at one time, and what they are read against. */
export type TabRows = { tab: ComplaintTab; rows: PlainCell[][]; basis: ComplaintBasis }

export type PreparedComplaints = PreparedImport<KeptComplaintPlan, ComplaintRow, RejectedComplaint>

export const FIRST_ROW = 2

/** Reads a tab's rows as complaints, and asks which of them are there already. Only digests are sent. */
export function preparedComplaints(
  calls: Pick<typeof server, 'knownComplaints'>,
  { tab, rows, basis }: TabRows,
  plan: ComplaintPlan,
  onPage: OnPage,
): Promise<PreparedComplaints> {
  return preparedImport<ComplaintPart, ComplaintPlan, ComplaintRow, RejectedComplaint>(
    tab,
    plan,
    {
      read: (by) => complaintReading({ rows, firstRow: FIRST_ROW }, by, basis),
      keyOf: ({ content, isNumbered }) => (isNumbered ? content : `${tab.id}#${content}`),
      states: async (page) => {
        const known = await calls.knownComplaints(page.map(({ id }) => id))
        return known.map((isKnown) => (isKnown ? 'stored' : 'unknown'))
      },
    },
    onPage,
  )
}

/** Sends complaints that were prepared. */
export function complaintSender(
  calls: Pick<typeof server, 'beginComplaintImport' | 'sendComplaints'>,
  { tab }: Pick<TabRows, 'tab'>,
  { plan }: Pick<PreparedComplaints, 'plan'>,
): Sender<PreparedComplaints['toSend'][number]> {
  return {
    page: 100,
    begin: (done, of) => calls.beginComplaintImport(tab.name, plan, done, of),
    send: (page, operationId) =>
      calls.sendComplaints(
        tab.name,
        page.map(({ id, complaint }) => ({ id, ...complaint })),
        operationId,
      ),
  }
}
