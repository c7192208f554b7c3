import { useState } from 'preact/hooks'
import type { Survey } from '../../../survey/surveys.ts'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Button } from '../../kit/parts.tsx'
import { isOver } from '../survey-state.ts'
import { FindAnswers } from './find-answers.tsx'
import { TakeAnswer } from './take-answer.tsx'

const text = messages.surveyBuilder

/** Brings answers into a survey, from a tab or one as a customer says it, and corrects those that are there. */
export function AnswersPart(props: { survey: Survey; onImport: () => void; onTaken: () => void }) {
  const { survey, onImport, onTaken } = props
  const [isFinding, setFinding] = useState(false)
  if (survey.kind === 'staff') return <Empty title={text.staffByLink} />
  if (isFinding) {
    return <FindAnswers surveyId={survey.surveyId} onBack={() => setFinding(false)} onChanged={onTaken} />
  }
  return (
    <>
      <div class="actions">
        <Button onClick={onImport}>{messages.answerImport.title}</Button>
        {(survey.answers ?? 0) > 0 && <Button onClick={() => setFinding(true)}>{messages.givenAnswers.title}</Button>}
      </div>
      {survey.status === 'open' && !isOver(survey) ? (
        <TakeAnswer surveyId={survey.surveyId} onTaken={onTaken} />
      ) : (
        <p>{messages.errors.surveyNotOpen()}</p>
      )}
    </>
  )
}
