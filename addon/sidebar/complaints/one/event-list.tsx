import type { Complaint } from '../../../../core/complaint/complaint.ts'
import { type ComplaintEvent, CUSTOMER, DESK } from '../../../../core/complaint/complaint-event.ts'
import { complaintAfter, complaintReceived } from '../../../../core/complaint/complaint-from-events.ts'
import { messages } from '../../kit/language.ts'
import { eventLines } from './event-lines.ts'
import { moment } from './moment.ts'

const text = messages.oneComplaint
const { actions } = messages.complaintForm

type Props = {
  /** Oldest first. */
  events: readonly ComplaintEvent[]
  /** What it was before the first of them; none where they begin with its reception. */
  before?: Complaint
  timeZone: string
}

/** What happened, the latest first: who did what when, what it changed, and what was said. */
export function EventList({ events, before, timeZone }: Props) {
  let complaint = before
  const told = events.map((event) => {
    const lines = eventLines(event, complaint, timeZone)
    complaint =
      event.action === 'receive' || !complaint ? receivedOr(event, complaint) : complaintAfter(complaint, event)
    return { event, lines }
  })
  return (
    <ul class="list">
      {told.reverse().map(({ event, lines }) => (
        <li key={event.version} class="event">
          <p>
            <b>{nameOf(event)}</b>
          </p>
          <p class="soft">{[moment(event.at, timeZone), whoDid(event)].join(' · ')}</p>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {'text' in event && event.text && <p class="said">{event.text}</p>}
        </li>
      ))}
    </ul>
  )
}

function nameOf(event: ComplaintEvent): string {
  if (event.action === 'receive') return text.takenIn
  return event.action === 'identify' && event.contact && !event.customer?.id ? text.mendContact : actions[event.action]
}

function receivedOr(event: ComplaintEvent, complaint: Complaint | undefined): Complaint | undefined {
  return event.action === 'receive' ? complaintReceived(event) : complaint
}

function whoDid({ by }: ComplaintEvent): string {
  if (by.sub === DESK.sub) return text.desk
  return by.sub === CUSTOMER ? text.customer : by.name
}
