import { isAtRisk } from '../../../../core/complaint/complaint-status.ts'
import type { BusinessCalendar } from '../../../../core/working-time/business-calendar.ts'
import type { ListedComplaint } from '../../../complaint/queue.ts'
import { messages } from '../../kit/language.ts'
import { timeWords } from './time-words.ts'

const text = messages.complaintForm

type Props = { complaint: ListedComplaint; calendar: BusinessCalendar; asOf: string; onOpen: (id: string) => void }

/** One complaint of a list: who, how it stands, and how much time is left. */
export function QueueRow({ complaint, calendar, asOf, onOpen }: Props) {
  const { id, number, customer, contact, state, severity, kind, owner, status } = complaint
  const left = timeWords(complaint, calendar, asOf)
  const isTold = status !== 'ok' && state !== 'closed'
  return (
    <>
      <button type="button" class="link" onClick={() => onOpen(id)}>
        {`${number} ${customer.name || customer.id || contact?.name || messages.complaintQueue.unknown}`}
      </button>
      {(isTold || left) && (
        <p>
          {isTold && <span class={`standing ${status}`}>{messages.complaintQueue.standing[status]}</span>}
          {status === 'breached' && isAtRisk(complaint, asOf) && (
            <span class="standing at_risk">{messages.complaintQueue.standing.at_risk}</span>
          )}
          {left}
        </p>
      )}
      <p class="soft">
        {[
          ...(kind === 'complaint' ? [] : [text.kinds[kind]]),
          text.states[state],
          text.severities[severity],
          owner || messages.complaintQueue.nobody,
        ].join(' · ')}
      </p>
    </>
  )
}
