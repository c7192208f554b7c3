import type { Complaint } from '../../../../core/complaint/complaint.ts'
import type { ComplaintEvent } from '../../../../core/complaint/complaint-event.ts'
import { messages } from '../../kit/language.ts'
import { useInView } from '../../kit/use-in-view.ts'
import { EventList } from './event-list.tsx'

/** What others did since the person saw a complaint, as it was then. */
export type Changed = { seen: Complaint; events: ComplaintEvent[] }

/** Says in words what changed meanwhile. */
export function ChangedMeanwhile({ changed, timeZone }: { changed: Changed; timeZone: string }) {
  const box = useInView<HTMLElement>(changed)
  const text = messages.oneComplaint
  return (
    <section class="notice warn" aria-label={text.changed} ref={box}>
      <p role="alert">{text.changed}</p>
      <EventList events={changed.events} before={changed.seen} timeZone={timeZone} />
      <p>{text.keptTyped}</p>
    </section>
  )
}
