import { useState } from 'preact/hooks'
import type { CustomerFileSetup } from '../../customer-file/customer-file-setup.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Notice, Progress } from '../kit/parts.tsx'
import { LeftChanges } from './left-changes.tsx'
import { useUndo } from './use-undo.ts'

const text = messages.customerFileForm
const SHOWN = 3

/** The latest imports and merges, each to be taken back in one step. */
export function UndoList(props: {
  setup: CustomerFileSetup
  /** Told whether a question stands open, which has the blue button then. */
  onAsk: (isAsking: boolean) => void
  onUndone: () => void
}) {
  const { setup, onAsk, onUndone } = props
  const [asked, setAskedId] = useState('')
  const { busy, problem, page, result, undo } = useUndo()
  const undoable = setup.actions.filter(({ state }) => state === 'made')
  if (undoable.length === 0 && !result) return null
  const setAsked = (id: string) => {
    setAskedId(id)
    onAsk(id !== '')
  }
  const end = () => {
    setAsked('')
    onUndone()
  }
  return (
    <Section title={text.latest} open>
      {result && <Notice kind="good">{text.undone(result)}</Notice>}
      {result && <LeftChanges left={result.left} columns={setup.customers?.columns ?? []} />}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {page && busy && <Progress {...page} label={text.writing(page)} />}
      <List label={text.latest} items={undoable.slice(0, SHOWN)} keyOf={({ id }) => id}>
        {({ id, kind, what, at, by, recorded }) => (
          <>
            <p>{text.action({ kind: text.kinds[kind], what, at, by })}</p>
            {asked === id ? (
              <Confirm
                question={text.undoAsk({ what, changes: recorded })}
                yes={text.undo}
                busy={busy}
                onYes={() => undo(id, end)}
                onNo={() => setAsked('')}
              />
            ) : (
              <button type="button" class="link" disabled={busy} onClick={() => setAsked(id)}>
                {text.undo}
              </button>
            )}
          </>
        )}
      </List>
    </Section>
  )
}
