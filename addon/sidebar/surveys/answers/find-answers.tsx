import { useState } from 'preact/hooks'
import type { Question } from '../../../../core/survey/question.ts'
import type { SelectedCustomer } from '../../../sheet/reading/selected-customer.ts'
import type { GivenAnswer, GivenAnswers } from '../../../survey/given-answers.ts'
import { DateField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Empty, Loading } from '../../kit/layout.tsx'
import { List } from '../../kit/list.tsx'
import { Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { answerWords, questionName } from '../import/question-name.ts'
import { aboutAnswer } from './about-answer.ts'
import { CorrectAnswer } from './correct-answer.tsx'
import { CustomerChoice } from './customer-choice.tsx'

const text = messages.givenAnswers
/** So many of its questions tell an answer from others. */
const BRIEF = 2

/** Finds answers that were given, by customer or day, and leads to correcting or deleting one. */
export function FindAnswers(props: { surveyId: string; onBack: () => void; onChanged: () => void }) {
  const { surveyId, onBack, onChanged } = props
  const [customer, setCustomer] = useState<SelectedCustomer | null>(null)
  const [day, setDay] = useState('')
  const [found, setFound] = useState<GivenAnswers>()
  const [chosen, setChosen] = useState('')
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const look = async (customer: SelectedCustomer | null, day: string) => {
    setCustomer(customer)
    setDay(day)
    const isAsked = customer !== null || day !== ''
    setFound(isAsked ? await server.givenAnswers(surveyId, { customerId: customer?.id ?? '', day }) : undefined)
  }
  const find = (customer: SelectedCustomer | null, day: string) => {
    setDone('')
    return run(() => look(customer, day))
  }
  useOnce(() => void run(async () => look(await server.selectedCustomer(), '')))
  if (chosen) {
    return (
      <CorrectAnswer
        surveyId={surveyId}
        answerId={chosen}
        onBack={() => setChosen('')}
        onDone={(done) => {
          setChosen('')
          setDone(done)
          onChanged()
          void run(() => look(customer, day))
        }}
      />
    )
  }
  return (
    <>
      <div class="survey-head">
        <button type="button" class="link" onClick={onBack}>
          {text.toTaking}
        </button>
        <h2>{text.title}</h2>
      </div>
      <p class="soft">{text.find}</p>
      <CustomerChoice customer={customer} busy={busy} onChange={(customer) => find(customer, day)} />
      <DateField
        label={messages.surveyBuilder.day}
        hint={text.anyDay}
        value={day}
        onChange={(day) => find(customer, day)}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {done && <Notice kind="good">{done}</Notice>}
      {busy && <Loading />}
      {!busy && found && <Found found={found} onChoose={setChosen} />}
    </>
  )
}

function Found({ found, onChoose }: { found: GivenAnswers; onChoose: (answerId: string) => void }) {
  const { answers, questions, hasMore } = found
  if (answers.length === 0) return <Empty title={text.none} />
  return (
    <>
      <List label={text.found} items={answers} keyOf={({ answerId }) => answerId} textOf={aboutAnswer}>
        {(answer) => (
          <>
            <button type="button" class="link" onClick={() => onChoose(answer.answerId)}>
              {aboutAnswer(answer)}
            </button>
            {brief(answer, questions).map((line) => (
              <p key={line} class="soft">
                {line}
              </p>
            ))}
          </>
        )}
      </List>
      {hasMore && <p class="hint">{text.hasMore(answers.length)}</p>}
    </>
  )
}

function brief({ answers }: GivenAnswer, questions: Question[]): string[] {
  const answered = questions.filter(({ id }) => answers[id] !== undefined).slice(0, BRIEF)
  return answered.map((question) =>
    messages.answerImport.answer({
      question: questionName(question),
      answer: answerWords(question, answers[question.id] as string),
    }),
  )
}
