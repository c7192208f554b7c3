import type { ComplaintKind, ComplaintState, Complaint as Head, Severity } from '../../core/complaint/complaint.ts'
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts'
import type { ComplaintAction } from '../../core/complaint/complaint-moves.ts'
import type { ClockStatus } from '../../core/complaint/complaint-status.ts'
import { InputError } from '../../core/input-error.ts'
import { localTime } from '../sheet/local-time.ts'
import { userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** A complaint as the form shows it; times are texts in the spreadsheet's time zone, '' where a clock stands still. */
export type Complaint = {
  id: string
  number: string
  version: number
  state: ComplaintState
  severity: Severity
  description: string
  customer: { id: string; name: string; tier: string }
  responseDue: string
  due: string
  responseClock: ClockStatus
  resolutionClock: ClockStatus
}

export type ComplaintWithHistory = Complaint & {
  history: { version: number; at: string; by: string; action: ComplaintEvent['action']; text: string }[]
}

export type Intake = {
  customerId: string
  kind: ComplaintKind
  channel: string
  category: string
  severity: Severity
  description: string
  wantedOutcome: string
}

export type Act = { action: ComplaintAction; expectedVersion: number; text: string }

type Reply = Head & { responseStatus: ClockStatus; resolutionStatus: ClockStatus }

/** What is not closed, most urgent first. */
export function openComplaints(): Complaint[] {
  const complaints: Reply[] = []
  let after: string | undefined = ''
  while (after !== undefined) {
    const query = `status=open&limit=500${after && `&after=${encodeURIComponent(after)}`}`
    const page: { complaints: Reply[]; next?: string } = callApi({ method: 'get', path: `${path()}?${query}` })
    complaints.push(...page.complaints)
    after = page.next
  }
  return complaints.map(shown)
}

/** One complaint with everything that happened to it, oldest first. */
export function complaint(id: string): ComplaintWithHistory {
  const reply = callApi<Reply & { history: ComplaintEvent[] }>({ method: 'get', path: `${path()}/${id}` })
  const history = reply.history.map((event) => ({
    version: event.version,
    at: localTime(event.at),
    by: event.by.name,
    action: event.action,
    text: event.action === 'receive' ? '' : (event.text ?? ''),
  }))
  return { ...shown(reply), history }
}

/** Takes a complaint in; the same operation id logs it once. */
export function logComplaint(intake: Intake, operationId: string): Complaint {
  if (!intake.description.trim()) throw new InputError('blankField', { field: userMessages().fields.whatHappened })
  return shown(callApi<Reply>({ method: 'post', path: path(), body: intake, operationId }))
}

/** Moves a complaint on, or adds to it. */
export function actOnComplaint(id: string, act: Act, operationId: string): Complaint {
  return shown(callApi<Reply>({ method: 'post', path: `${path()}/${id}/actions`, body: act, operationId }))
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/complaints`
}

function shown(reply: Reply): Complaint {
  const { id, number, version, state, severity, description, customer } = reply
  return {
    id,
    number,
    version,
    state,
    severity,
    description,
    customer,
    responseDue: reply.response.dueAt ? localTime(reply.response.dueAt) : '',
    due: reply.resolution.dueAt ? localTime(reply.resolution.dueAt) : '',
    responseClock: reply.responseStatus,
    resolutionClock: reply.resolutionStatus,
  }
}
