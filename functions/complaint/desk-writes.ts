import type { Complaint } from '../../core/complaint/complaint.ts'
import type { Acted, ComplaintEvent } from '../../core/complaint/complaint-event.ts'
import type { ComplaintPolicy } from '../../core/complaint/complaint-policy.ts'
import type { Backend } from '../backend.ts'
import { complaintWrites } from '../store/complaint.ts'
import { messageWrites } from '../store/message.ts'
import type { Write } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { newFeedbackLink } from './feedback-link.ts'
import { messagesAbout } from './messages-about.ts'

/**
 * All that is written where something happened to a complaint: events and head, what people are to be told, and the link
 * by which the customer answers where one is asked.
 */
export function deskWrites(
  backend: Pick<Backend, 'signingKey' | 'publicUrl'>,
  workspace: WorkspaceKey,
  policy: ComplaintPolicy,
  { events, complaint, before }: { events: readonly ComplaintEvent[]; complaint: Complaint; before?: Complaint },
): Write[] {
  const asking = events.filter((event): event is Acted => event.action === 'ask_feedback')
  return [
    ...complaintWrites(workspace, events, complaint, before),
    ...events.flatMap((event) =>
      messageWrites(workspace, complaint.id, event, messagesAbout(event, complaint, policy)),
    ),
    ...asking.map((event) => newFeedbackLink(backend, workspace, complaint, event)),
  ]
}
