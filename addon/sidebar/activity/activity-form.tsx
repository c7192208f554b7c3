import { useState } from 'preact/hooks'
import { type TrailAct, trailActs } from '../../../core/audit-trail/trail-acts.ts'
import type { TrailEntry } from '../../privacy/audit-trail.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { OneEntry } from './one-entry.tsx'
import { VerifyPart } from './verify-part.tsx'

const text = messages.activity

/** `next` is where the next page begins; '' after the last. */
type Shown = { entries: TrailEntry[]; next: string }

/** What was done in the workspace that people may have to answer for, and whether all of it is still told. */
export function ActivityForm() {
  const [act, setAct] = useState<TrailAct | ''>('')
  const [shown, setShown] = useState<Shown | null>()
  const [names, setNames] = useState<Record<string, string>>({})
  const { busy, problem, run } = useAction()
  const load = (kind: TrailAct | '', before?: Shown) =>
    run(async () => {
      const page = await server.auditTrail(kind, before?.next ?? '')
      setShown(page && { entries: [...(before?.entries ?? []), ...page.entries], next: page.next ?? '' })
    })
  const begin = () =>
    load(act).then(() => {
      // Without them the entries are told all the same.
      server.trailNames().then(setNames, () => {})
    })
  useOnce(begin)
  if (shown === null) return <Notice>{text.adminsOnly}</Notice>
  if (!shown) return <Waiting problem={problem} onAgain={begin} />

  const choose = (kind: TrailAct | '') => {
    setAct(kind)
    void load(kind)
  }
  return (
    <>
      <p>{text.why}</p>
      <VerifyPart total={shown.entries[0]?.seq} />
      <h2>{text.done}</h2>
      <Select
        label={text.kind}
        value={act}
        options={[['', text.all], ...trailActs.map((each) => [each, text.acts[each]] as const)]}
        onChange={(kind) => choose(kind as TrailAct | '')}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {shown.entries.length === 0 && shown.next === '' && <Empty title={text.none} />}
      <ul class="list" aria-label={text.done} aria-busy={busy}>
        {shown.entries.map((entry) => (
          <li key={entry.seq}>
            <OneEntry entry={entry} names={names} />
          </li>
        ))}
      </ul>
      {shown.next && (
        <div class="actions">
          <Button disabled={busy} onClick={() => load(act, shown)}>
            {text.more}
          </Button>
        </div>
      )}
    </>
  )
}
