import type { KeptComplaintPlan } from '../../core/complaint/import/complaint-plan.ts'
import type { ReadComplaint } from '../../core/complaint/import/read-complaint-row.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { keepBeginning, keepProgress } from '../tab-import/kept-import.ts'
import { writeRejectedRows } from '../tab-import/write-rejected-rows.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { COMPLAINTS } from './complaint-import-setup.ts'

/** A complaint of a tab, as it is sent, under its row's digest. */
export type SentComplaint = ReadComplaint & { id: string }

/** What became of the rows that were sent; `rejected` by their place among them, with the backend's reason. */
export type SentComplaints = { accepted: number; duplicate: number; rejected: { place: number; reason: string }[] }

type Reply = { accepted: number; duplicate: number; rows: { error?: { message: string } }[] }

/** Which rows are there already, by their digests, in order. */
export function knownComplaints(ids: string[]): boolean[] {
  if (ids.length === 0) return []
  return callApi<{ known: boolean[] }>({ method: 'post', path: `${path()}/known`, body: { ids } }).known
}

/**
 * Remembers how a tab is read, and that its import has begun.
 *
 * @param done How many of its complaints are there already.
 * @param of How many there are to be.
 */
export function beginComplaintImport(tab: string, plan: KeptComplaintPlan, done: number, of: number): void {
  keepBeginning(COMPLAINTS, sheetNamed(tab), plan, done, of)
}

/**
 * Sends some complaints of a tab, at most 100. Safe to send again: one that is there already changes nothing.
 *
 * @param operationId Of these rows: what they brought is told again where its reply was lost.
 */
export function sendComplaints(tab: string, rows: SentComplaint[], operationId: string): SentComplaints {
  const reply = callApi<Reply>({ method: 'post', path: path(), body: { rows }, operationId })
  keepProgress(COMPLAINTS, sheetNamed(tab), rows.length)
  const rejected = reply.rows.flatMap(({ error }, place) => (error ? [{ place, reason: error.message }] : []))
  return { accepted: reply.accepted, duplicate: reply.duplicate, rejected }
}

/** Writes rejected rows, with their numbers and reasons before their own cells, to a tab. @returns Its name. */
export function writeRejectedComplaints(header: string[], rows: string[][]): string {
  return writeRejectedRows(userMessages().complaintImport.rejectedTab, header, rows)
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/complaints/import`
}
