import type { ComponentChildren } from 'preact'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import type { PreparedImport } from './prepared-import.ts'
import type { SentSoFar } from './send-rows.ts'

/** What became of the rows in the end; `children` are those that were not taken. */
export function AccountStep(props: {
  name: string
  prepared: PreparedImport
  sum: SentSoFar
  account: (counts: { taken: number; known: number; rejected: number }) => string
  onDone: () => void
  children: ComponentChildren
}) {
  const { prepared, sum } = props
  const { rejected, known } = prepared
  const counts = { taken: sum.taken, known: known + sum.known, rejected: rejected.length + sum.refused.length }
  return (
    <>
      <p>{props.name}</p>
      <Notice kind="good">{props.account(counts)}</Notice>
      {props.children}
      <Actions>
        <Button primary onClick={props.onDone}>
          {messages.tabImport.done}
        </Button>
      </Actions>
    </>
  )
}
