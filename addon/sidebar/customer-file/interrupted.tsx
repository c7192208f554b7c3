import { useState } from 'preact/hooks'
import type { LeftChange } from '../../../core/customer-file/change-steps.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import type { ShownAction } from '../../customer-file/customer-file-setup.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice, Progress } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { LeftChanges } from './left-changes.tsx'
import { runPages } from './run-pages.ts'

const text = messages.customerFileForm

/** An import or merge that ended half way: to be finished, or taken back, before anything else. */
export function Interrupted(props: { action: ShownAction; columns: readonly TabColumn[]; onDone: () => void }) {
  const { id, state, what, at, recorded, made } = props.action
  const kind = text.kinds[props.action.kind]
  const [page, setPage] = useState<{ done: number; total: number }>()
  const [left, setLeft] = useState<LeftChange[]>([])
  const { busy, problem, run } = useAction()
  const go = (send: () => Promise<Awaited<ReturnType<typeof server.makeFileAction>>>) =>
    run(async () => {
      const sum = await runPages(send, setPage, () => true)
      if (sum.left.length > 0) setLeft(sum.left)
      else props.onDone()
    })
  const drop = () =>
    run(async () => {
      await server.dropFileAction(id)
      props.onDone()
    })
  if (left.length > 0) {
    return (
      <>
        <LeftChanges left={left} columns={props.columns} />
        <Actions>
          <Button primary onClick={props.onDone}>
            {text.back}
          </Button>
        </Actions>
      </>
    )
  }
  return (
    <>
      <Notice kind="warn">
        {state === 'recording' && text.notBegun({ what, at })}
        {state === 'making' && text.interrupted({ kind, what, at, made, of: recorded })}
        {state === 'undoing' && text.undoInterrupted({ what, at })}
      </Notice>
      <Actions
        busy={busy}
        problem={problem}
        progress={page && busy && <Progress {...page} label={text.writing(page)} />}
      >
        {state === 'making' && (
          <Button primary disabled={busy} onClick={() => go(() => server.makeFileAction(id))}>
            {text.finish}
          </Button>
        )}
        {state === 'recording' ? (
          <Button primary disabled={busy} onClick={drop}>
            {text.discard}
          </Button>
        ) : (
          <Button primary={state === 'undoing'} disabled={busy} onClick={() => go(() => server.undoFileAction(id))}>
            {text.undo}
          </Button>
        )}
      </Actions>
    </>
  )
}
