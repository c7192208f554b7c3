import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import type { PreparedImport, TabRows } from './prepared-import.ts'
import { RejectedRows } from './rejected-rows.tsx'
import type { SentSoFar } from './send-rows.ts'

const text = messages.answerImport

/** What became of the rows in the end. */
export function AccountStep(props: { read: TabRows; prepared: PreparedImport; sum: SentSoFar; onDone: () => void }) {
  const { read, prepared, sum } = props
  const { rejected, known } = prepared
  const counts = { taken: sum.taken, known: known + sum.known, rejected: rejected.length + sum.refused.length }
  return (
    <>
      <p>{read.tab.name}</p>
      <Notice kind="good">{text.account(counts)}</Notice>
      <RejectedRows read={read} rejected={rejected} refused={sum.refused} />
      <Actions>
        <Button primary onClick={props.onDone}>
          {text.done}
        </Button>
      </Actions>
    </>
  )
}
