import { messages } from '../../kit/language.ts'
import { Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { type Refusal, RejectedRows } from '../../tab-import/rejected-rows.tsx'
import { AnswerSample } from './answer-sample.tsx'
import type { PreparedAnswers, TabRows } from './prepared-answers.ts'
import { refusalOf } from './problem-text.ts'
import { questionName } from './question-name.ts'

const text = messages.answerImport

/** What there is to look at before answers are imported. */
export function AnswerDetails({ read, prepared }: { read: TabRows; prepared: PreparedAnswers }) {
  const { toSend, earlier, plan } = prepared
  const strangers = toSend.filter(({ isStranger }) => isStranger).length
  return (
    <>
      {earlier > 0 && <Notice kind="warn">{text.earlier(earlier)}</Notice>}
      {strangers > 0 && <p class="soft">{text.strangers({ rows: strangers, isKept: plan.by === 'customerId' })}</p>}
      <RejectedAnswers read={read} prepared={prepared} refused={[]} />
      <AnswerSample read={read} rows={toSend} />
    </>
  )
}

/** The rows that are no answers, and those that the survey refused when they were sent. */
export function RejectedAnswers(props: { read: TabRows; prepared: PreparedAnswers; refused: readonly Refusal[] }) {
  const { read, prepared, refused } = props
  const own = prepared.rejected.map((row) => refusalOf(row, read.basis.questions, questionName, messages))
  return <RejectedRows read={read} refusals={[...own, ...refused]} onWrite={server.writeRejectedAnswers} />
}
