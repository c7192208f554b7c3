import type { ToldComplaint } from '../../../complaint/one-complaint.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { useInView } from '../../kit/use-in-view.ts'
import { moment } from '../one/moment.ts'

const text = messages.complaintIntake
const { states } = messages.complaintForm
const EXCERPT = 120

type Props = { complaints: ToldComplaint[]; timeZone: string; onOpen: (id: string) => void }

/** What the customer may have told already, with the way to it. */
export function Duplicates({ complaints, timeZone, onOpen }: Props) {
  const box = useInView<HTMLElement>(complaints)
  return (
    <section class="notice warn" aria-label={text.duplicates} ref={box}>
      <p role="status">{text.duplicates}</p>
      <ul class="list">
        {complaints.map(({ id, number, state, owner, category, receivedAt, description }) => (
          <li key={id} class="stack">
            <p>{`${number} · ${states[state]}`}</p>
            <p class="soft">
              {[moment(receivedAt, timeZone), category, owner].filter((each) => each !== '').join(' · ')}
            </p>
            <p>{description.length > EXCERPT ? `${description.slice(0, EXCERPT)}…` : description}</p>
            <div class="actions">
              <Button onClick={() => onOpen(id)}>{text.openInstead}</Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
