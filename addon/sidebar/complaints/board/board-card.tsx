import type { ComplaintMove } from '../../../../core/complaint/complaint-moves.ts'
import type { BusinessCalendar } from '../../../../core/working-time/business-calendar.ts'
import type { ListedComplaint } from '../../../complaint/queue.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { timeWords } from '../queue/time-words.ts'

const text = messages.complaintQueue
const form = messages.complaintForm

type Props = {
  complaint: ListedComplaint
  moves: readonly ComplaintMove[]
  calendar: BusinessCalendar
  asOf: string
  busy: boolean
  onOpen: (id: string) => void
  onMove: (move: ComplaintMove) => void
}

/** One complaint of the board: who, how urgent, and the steps that move it on. */
export function BoardCard({ complaint, moves, calendar, asOf, busy, onOpen, onMove }: Props) {
  const { id, number, customer, contact, severity, owner, status } = complaint
  return (
    <>
      <button type="button" class="link" onClick={() => onOpen(id)}>
        {number}
      </button>
      <p>{customer.name || customer.id || contact?.name || text.unknown}</p>
      {status !== 'ok' && <span class={`standing ${status}`}>{text.standing[status]}</span>}
      <p>{timeWords(complaint, calendar, asOf)}</p>
      <p class="soft">{`${form.severities[severity]} · ${owner || text.nobody}`}</p>
      <details>
        <summary aria-label={text.moveOf(number)}>{text.moveTo}</summary>
        <div class="actions">
          {moves.map((move) => (
            <Button key={move} disabled={busy} onClick={() => onMove(move)}>
              {form.actions[move]}
            </Button>
          ))}
        </div>
      </details>
    </>
  )
}
