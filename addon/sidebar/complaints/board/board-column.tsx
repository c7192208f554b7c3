import type { ComplaintState } from '../../../../core/complaint/complaint.ts'
import { type ComplaintMove, isMove, nextState } from '../../../../core/complaint/complaint-moves.ts'
import type { BusinessCalendar } from '../../../../core/working-time/business-calendar.ts'
import type { ListedComplaint } from '../../../complaint/queue.ts'
import { messages } from '../../kit/language.ts'
import { BoardCard } from './board-card.tsx'

type Props = {
  state: ComplaintState
  /** Those in it, and all of the board, of which one may be dropped here. */
  complaints: readonly ListedComplaint[]
  all: readonly ListedComplaint[]
  calendar: BusinessCalendar
  asOf: string
  busy: boolean
  onOpen: (id: string) => void
  onMove: (complaint: ListedComplaint, action: ComplaintMove) => void
  onRefused: (complaint: ListedComplaint, state: ComplaintState) => void
}

/** The complaints of one state; what is dropped on it takes the step that leads there, if there is one. */
export function BoardColumn({ state, complaints, all, onMove, onRefused, busy, ...same }: Props) {
  const name = messages.complaintForm.states[state]
  const drop = (id: string | undefined) => {
    const dropped = all.find((each) => each.id === id)
    if (!dropped || dropped.state === state || busy) return
    const action = movesOf(dropped).find((each) => nextState(dropped.state, each) === state)
    if (action) onMove(dropped, action)
    else onRefused(dropped, state)
  }
  return (
    <section
      class="board-column"
      aria-label={name}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        drop(event.dataTransfer?.getData('text/plain'))
      }}
    >
      <h2>
        {name}
        <span class="count">{complaints.length}</span>
      </h2>
      <ul aria-label={name}>
        {complaints.map((each) => (
          <li key={each.id} draggable onDragStart={(event) => event.dataTransfer?.setData('text/plain', each.id)}>
            <BoardCard
              complaint={each}
              moves={movesOf(each)}
              busy={busy}
              onMove={(move) => onMove(each, move)}
              {...same}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function movesOf({ actions }: ListedComplaint): ComplaintMove[] {
  return actions.filter(isMove)
}
