import type { ComponentChildren } from 'preact'
import { AwayNotice } from '../kit/away-notice.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice, Progress } from '../kit/parts.tsx'
import { Stat, Stats } from '../kit/stats.tsx'
import type { PreparedImport } from './prepared-import.ts'
import { progressOf } from './send-rows.ts'
import type { SendingRows } from './use-sending.ts'

const text = messages.tabImport

type Progressed = { done: number; total: number }
export type PreviewWords = {
  importCount: (rows: number) => string
  sending: (at: Progressed) => string
  stopped: (at: Progressed) => string
}

/** What an import would do, before anything is sent; then how far it is. `children` are looked at before it begins. */
export function PreviewStep(props: {
  name: string
  prepared: PreparedImport
  sending: SendingRows
  words: PreviewWords
  onStart: () => void
  onBack: () => void
  children: ComponentChildren
}) {
  const { prepared, sending, words } = props
  const { toSend, known, rejected } = prepared
  const at = progressOf(prepared, sending.sum)
  const hasBegun = sending.sum.sent > 0 || sending.busy
  return (
    <>
      <p>{props.name}</p>
      <Stats>
        <Stat label={text.rows} value={toSend.length + known + rejected.length} />
        <Stat label={text.taken} value={toSend.length} />
        <Stat label={text.known} value={known} />
        <Stat label={text.rejected} value={rejected.length} />
      </Stats>
      {!hasBegun && toSend.length === 0 && <Notice>{text.nothing}</Notice>}
      {!hasBegun && props.children}
      {hasBegun && <Progress {...at} label={words.sending(at)} />}
      <AwayNotice away={sending.away} />
      {sending.stopped && <Notice kind="warn">{words.stopped(at)}</Notice>}
      <Actions busy={sending.busy} problem={sending.problem}>
        {sending.busy ? (
          <Button onClick={sending.stop}>{messages.form.stop}</Button>
        ) : (
          <>
            {toSend.length > 0 && (
              <Button primary onClick={props.onStart}>
                {hasBegun ? text.goOn : words.importCount(toSend.length)}
              </Button>
            )}
            <Button onClick={props.onBack}>{text.back}</Button>
          </>
        )}
      </Actions>
    </>
  )
}
