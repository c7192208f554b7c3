import type { TrailAct } from '../../../core/audit-trail/trail-acts.ts'
import type { TrailEntry } from '../../privacy/audit-trail.ts'
import { messages } from '../kit/language.ts'
import { shownTime } from '../kit/shown-time.ts'
import { entryDetails } from './entry-details.ts'

const text = messages.activity

/** What was done, about what, by whom and when. */
export function OneEntry({ entry, names }: { entry: TrailEntry; names: Record<string, string> }) {
  const { seq, at, who, act } = entry
  if (!act) return <p>{text.unreadable(seq)}</p>
  const details = entryDetails(entry, names)
  const by = who.sub === '' ? text.byItself : who.name || names[who.sub] || text.somebody
  return (
    <p>
      <strong>{text.acts[act as TrailAct] ?? act}</strong>
      {details && (
        <>
          <br />
          <span>{details}</span>
        </>
      )}
      <br />
      <span class="soft">{text.byAt({ by, at: shownTime(at), seq })}</span>
    </p>
  )
}
