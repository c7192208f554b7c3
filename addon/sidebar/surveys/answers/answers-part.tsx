import type { Survey } from '../../../survey/surveys.ts'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Button } from '../../kit/parts.tsx'
import { TakeAnswer } from './take-answer.tsx'

const text = messages.surveyBuilder

/** Brings answers into a survey: from a tab, or one as a customer says it. */
export function AnswersPart(props: { survey: Survey; onImport: () => void; onTaken: () => void }) {
  const { survey, onImport, onTaken } = props
  if (survey.kind === 'staff') return <Empty title={text.staffByLink} />
  return (
    <>
      <div class="actions">
        <Button onClick={onImport}>{messages.answerImport.title}</Button>
      </div>
      {survey.status === 'open' ? (
        <TakeAnswer surveyId={survey.surveyId} onTaken={onTaken} />
      ) : (
        <p>{messages.errors.surveyNotOpen()}</p>
      )}
    </>
  )
}
