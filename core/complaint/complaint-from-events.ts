import { missed } from './clock.ts'
import type { Complaint } from './complaint.ts'
import type { Acted, ComplaintEvent, Received } from './complaint-event.ts'
import { isMove, nextState } from './complaint-moves.ts'

/** What the events add up to, oldest first; the first is the one that received it. */
export function complaintFromEvents(events: readonly ComplaintEvent[]): Complaint {
  const [first, ...rest] = events as [Received, ...Acted[]]
  return rest.reduce(complaintAfter, complaintReceived(first))
}

/** The head after its first event. */
export function complaintReceived(event: Received): Complaint {
  const { action, at, by, importedAt, ...facts } = event
  return {
    ...facts,
    state: 'received',
    owner: event.owner ?? event.customer.owner,
    updatesMissed: [],
    updatedAt: at,
    resolutions: [],
    reopenings: [],
    closings: [],
    compensations: [],
    ratings: [],
  }
}

/** The head after one more event. */
export function complaintAfter(complaint: Complaint, event: Acted): Complaint {
  const { action, at, compensation, satisfaction } = event
  const { response = complaint.response, update = complaint.update, resolution = complaint.resolution } = event
  const responded = complaint.response.since !== undefined && response.since === undefined
  return {
    ...complaint,
    version: event.version,
    state: nextState(complaint.state, action) ?? complaint.state,
    updatedAt: at,
    kind: event.kind ?? complaint.kind,
    category: event.category ?? complaint.category,
    severity: event.severity ?? complaint.severity,
    customer: event.customer ?? complaint.customer,
    contact: event.contact ?? complaint.contact,
    owner: event.owner ?? complaint.owner,
    rootCause: event.rootCause ?? complaint.rootCause,
    correctiveAction: event.correctiveAction ?? complaint.correctiveAction,
    respondedAt: responded ? at : complaint.respondedAt,
    response,
    update,
    resolution,
    closesAt: isMove(action) ? event.closesAt : complaint.closesAt,
    updatesMissed: added(complaint.updatesMissed, wordMissed(complaint, event)),
    resolutions: added(complaint.resolutions, action === 'resolve' && resolved(resolution, at)),
    reopenings: added(complaint.reopenings, action === 'reopen' && at),
    closings: added(complaint.closings, action === 'close' && at),
    compensations: added(complaint.compensations, compensation !== undefined && { at, amount: compensation }),
    ratings: added(complaint.ratings, satisfaction !== undefined && { at, score: satisfaction }),
  }
}

/** When the word to the customer was due that came, or stopped being owed, too late. */
function wordMissed({ update }: Complaint, { at, action, update: after }: Acted): string | false {
  return (update && after && action !== 'escalate' && update.since !== undefined && missed(update, at)) || false
}

function resolved(resolution: Complaint['resolution'], at: string): Complaint['resolutions'][number] {
  return { at, minutes: resolution.usedMinutes, onTime: missed(resolution, at) === undefined }
}

function added<T>(list: T[], more: T | false): T[] {
  return more === false ? list : [...list, more]
}
