import { useState } from 'preact/hooks'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import type { ActionPage } from '../../customer-file/run-action.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice, Progress } from '../kit/parts.tsx'
import { LeftChanges } from './left-changes.tsx'
import { useUndo } from './use-undo.ts'

const text = messages.customerFileForm

/** What an import did, with its undo; without a result it was stopped half way. */
export function ImportDone(props: {
  id: string
  name: string
  result: ActionPage | undefined
  columns: readonly TabColumn[]
  onDone: () => void
}) {
  const { result, columns } = props
  const [isAsked, setAsked] = useState(false)
  const { busy, problem, page, result: undone, undo } = useUndo()
  const left = (undone ?? result)?.left ?? []
  return (
    <>
      {undone ? (
        <Notice kind="good">{text.undone(undone)}</Notice>
      ) : (
        <Notice kind={result ? 'good' : 'warn'}>{result ? text.imported(result) : text.stopped}</Notice>
      )}
      <LeftChanges left={left} columns={columns} />
      <Actions
        busy={busy}
        problem={problem}
        progress={page && busy && <Progress {...page} label={text.writing(page)} />}
      >
        {isAsked ? (
          <Confirm
            question={text.undoAsk({ what: props.name, changes: result?.total ?? 0 })}
            yes={text.undo}
            busy={busy}
            onYes={() => undo(props.id, () => setAsked(false))}
            onNo={() => setAsked(false)}
          />
        ) : (
          <>
            <Button primary onClick={props.onDone}>
              {result ? text.again : text.back}
            </Button>
            {result && !undone && <Button onClick={() => setAsked(true)}>{text.undoImport}</Button>}
          </>
        )}
      </Actions>
    </>
  )
}
