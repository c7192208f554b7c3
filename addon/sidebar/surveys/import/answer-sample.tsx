import type { AnswerChannel } from '../../../../core/survey/answer-import/answer-channels.ts'
import { answerFacts } from '../../../../core/survey/answer-import/answer-plan.ts'
import type { AnswerRow, ReadAnswer } from '../../../../core/survey/answer-import/answer-reading.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { List } from '../../kit/list.tsx'
import type { TabRows } from './prepared-answers.ts'
import { answerWords, questionName } from './question-name.ts'

const text = messages.answerImport
const tabText = messages.tabImport
const SHOWN = 5

/** The first rows as they are read. */
export function AnswerSample({ read, rows }: { read: TabRows; rows: readonly AnswerRow[] }) {
  if (rows.length === 0) return null
  return (
    <Section title={tabText.sample} open>
      <List label={tabText.sample} items={rows.slice(0, SHOWN)} keyOf={({ row }) => row}>
        {({ row, answer }) => (
          <>
            <strong>{tabText.row(row)}</strong> {aboutWords(answer)}
            {read.basis.questions.map((question) => {
              const given = answer.answers[question.id]
              return (
                given !== undefined && (
                  <p key={question.id} class="soft">
                    {text.answer({ question: questionName(question), answer: answerWords(question, given) })}
                  </p>
                )
              )
            })}
          </>
        )}
      </List>
    </Section>
  )
}

function aboutWords({ date, customerId, channel, ...answer }: ReadAnswer): string {
  const came = messages.answerChannels[channel as AnswerChannel] ?? channel
  const facts = answerFacts.flatMap((fact) => answer[fact] ?? [])
  return [date, customerId ?? tabText.noCustomer, came, ...facts].join(' · ')
}
