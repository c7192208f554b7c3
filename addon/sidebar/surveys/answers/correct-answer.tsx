import { useState } from 'preact/hooks'
import { errorText } from '../../../../core/input-error.ts'
import { checkedAnswers } from '../../../../core/survey/checked-answers.ts'
import type { AnswerToCorrect } from '../../../survey/given-answers.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useFirstError } from '../../kit/use-first-error.ts'
import { useOnce } from '../../kit/use-once.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { answerWords, questionName } from '../import/question-name.ts'
import { aboutAnswer } from './about-answer.ts'
import { AnswerFields, type Given } from './answer-fields.tsx'

const text = messages.givenAnswers
/** Channels by which customers answer with their own hand. */
const OWN = ['web', 'link']

type Props = { surveyId: string; answerId: string; onBack: () => void; onDone: (done: string) => void }

/** Corrects an answer that a person took down, by the questions as they were then, or deletes it. */
export function CorrectAnswer({ surveyId, answerId, onBack, onDone }: Props) {
  const [answer, setAnswer] = useState<AnswerToCorrect>()
  const [given, setGiven] = useState<Given>({})
  const [tries, setTries] = useState(0)
  const [isAsked, setAsked] = useState(false)
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const load = () =>
    run(async () => {
      const found = await server.answerToCorrect(surveyId, answerId)
      setAnswer(found)
      setGiven(asTyped(found.answers))
    })
  useOnce(load)
  useFirstError(tries)
  if (!answer) return <Waiting problem={problem} onAgain={load} />

  const { revision, questions } = answer
  const isOwn = OWN.includes(answer.channel)
  const { answers, problems } = checkedAnswers(questions, given)
  const wrong = (id: string) => (tries > 0 && problems[id] ? errorText(problems[id], messages) : '')
  const save = () => {
    if (Object.keys(problems).length > 0) return setTries(tries + 1)
    return run(async () => {
      const corrected = { revision, answers }
      await server.correctAnswer(surveyId, answerId, corrected, operationId(['correct', corrected]))
      onDone(text.corrected)
    })
  }
  const remove = () => {
    setAsked(false)
    return run(async () => {
      await server.deleteAnswer(surveyId, answerId, revision, operationId(['delete', revision]))
      onDone(text.removed)
    })
  }
  return (
    <>
      <div class="survey-head">
        <button type="button" class="link" onClick={onBack}>
          {text.toFound}
        </button>
        <h2>{text.title}</h2>
      </div>
      <p>{aboutAnswer(answer)}</p>
      {isOwn ? (
        <OwnAnswer answer={answer} />
      ) : (
        <AnswerFields questions={questions} given={given} answers={answers} wrong={wrong} onChange={setGiven} />
      )}
      <Actions busy={busy} problem={problem || wrong('')} doing={text.saving}>
        {isAsked ? (
          <Confirm question={text.removeAsk} yes={text.remove} onYes={remove} onNo={() => setAsked(false)} />
        ) : (
          <>
            {!isOwn && (
              <Button primary disabled={busy} onClick={save}>
                {text.save}
              </Button>
            )}
            <Button disabled={busy} onClick={() => setAsked(true)}>
              {text.remove}
            </Button>
          </>
        )}
      </Actions>
    </>
  )
}

/** What a customer answered on the page, to be read. */
function OwnAnswer({ answer: { questions, answers } }: { answer: AnswerToCorrect }) {
  return (
    <>
      <Notice>{text.own}</Notice>
      <dl class="own-answer">
        {questions.map((question) => {
          const given = answers[question.id]
          return (
            given !== undefined && (
              <div key={question.id}>
                <dt class="soft">{questionName(question)}</dt>
                <dd>{answerWords(question, given)}</dd>
              </div>
            )
          )
        })}
      </dl>
    </>
  )
}

/** Answers as fields hold them. */
function asTyped(answers: AnswerToCorrect['answers']): Given {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, Array.isArray(answer) ? answer : String(answer)]),
  )
}
