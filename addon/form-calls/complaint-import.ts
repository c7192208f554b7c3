import type { KeptComplaintPlan } from '../../core/complaint/import/complaint-plan.ts'
import { type ComplaintImportSetup, complaintImportSetup as setUp } from '../complaint/complaint-import-setup.ts'
import {
  beginComplaintImport as begin,
  knownComplaints as known,
  type SentComplaint,
  type SentComplaints,
  sendComplaints as send,
  writeRejectedComplaints as writeRejected,
} from '../complaint/import-complaints.ts'
import { inWords } from '../user-language.ts'

/** What the import of complaints begins with. */
export function complaintImportSetup(): ComplaintImportSetup {
  return inWords(setUp)
}

/** Which complaints of another system are there already. */
export function knownComplaints(ids: string[]): boolean[] {
  return inWords(() => known(ids))
}

/** Remembers how a tab is read, and that its import has begun. */
export function beginComplaintImport(tab: string, plan: KeptComplaintPlan, done: number, of: number): void {
  inWords(() => begin(tab, plan, done, of))
}

/** Sends some complaints of a tab. */
export function sendComplaints(tab: string, rows: SentComplaint[], operationId: string): SentComplaints {
  return inWords(() => send(tab, rows, operationId))
}

/** Writes rejected rows with their reasons to a tab. */
export function writeRejectedComplaints(header: string[], rows: string[][]): string {
  return inWords(() => writeRejected(header, rows))
}
