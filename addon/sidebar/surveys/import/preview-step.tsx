import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Notice, Progress } from '../../kit/parts.tsx'
import { Stat, Stats } from '../../kit/stats.tsx'
import { AnswerSample } from './answer-sample.tsx'
import type { PreparedImport, TabRows } from './prepared-import.ts'
import { RejectedRows } from './rejected-rows.tsx'
import { progressOf } from './send-rows.ts'
import type { SendingRows } from './use-sending.ts'

const text = messages.answerImport

/** What an import would do, before anything is sent; then how far it is. */
export function PreviewStep(props: {
  read: TabRows
  prepared: PreparedImport
  sending: SendingRows
  onBack: () => void
}) {
  const { read, prepared, sending } = props
  const { toSend, known } = prepared
  const at = progressOf(prepared, sending.sum)
  const hasBegun = sending.sum.sent > 0 || sending.busy
  return (
    <>
      <p>{read.tab.name}</p>
      <Stats>
        <Stat label={text.rows} value={toSend.length + known + prepared.rejected.length} />
        <Stat label={text.taken} value={toSend.length} />
        <Stat label={text.known} value={known} />
        <Stat label={text.rejected} value={prepared.rejected.length} />
      </Stats>
      {!hasBegun && <Details read={read} prepared={prepared} />}
      {hasBegun && <Progress {...at} label={text.sending(at)} />}
      {sending.stopped && <Notice kind="warn">{text.stopped(at)}</Notice>}
      <Actions busy={sending.busy} problem={sending.problem}>
        {sending.busy ? (
          <Button onClick={sending.stop}>{messages.form.stop}</Button>
        ) : (
          <>
            {toSend.length > 0 && (
              <Button primary onClick={() => sending.start(read, prepared)}>
                {hasBegun ? text.goOn : text.importCount(toSend.length)}
              </Button>
            )}
            <Button onClick={props.onBack}>{text.back}</Button>
          </>
        )}
      </Actions>
    </>
  )
}

/** What there is to look at before it begins. */
function Details({ read, prepared }: { read: TabRows; prepared: PreparedImport }) {
  const { toSend, earlier, rejected, plan } = prepared
  const strangers = toSend.filter(({ isStranger }) => isStranger).length
  return (
    <>
      {toSend.length === 0 && <Notice>{text.nothing}</Notice>}
      {earlier > 0 && <Notice kind="warn">{text.earlier(earlier)}</Notice>}
      {strangers > 0 && <p class="soft">{text.strangers({ rows: strangers, isKept: plan.by === 'customerId' })}</p>}
      <RejectedRows read={read} rejected={rejected} refused={[]} />
      <AnswerSample read={read} rows={toSend} />
    </>
  )
}
