import { useState } from 'preact/hooks'
import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'

const text = messages.surveyForm

/** Makes a survey from the template: recommendation, three dimensions of satisfaction, a comment. */
export function NewSurvey(props: { onCreated: (survey: Survey) => void; onCancel: () => void }) {
  const [title, setTitle] = useState('')
  const [questions, setQuestions] = useState<string[]>([])
  const [operationId] = useState(() => crypto.randomUUID())
  const { busy, problem, run } = useAction()
  useOnce(() => run(async () => setQuestions(await server.surveyTemplate())))
  return (
    <>
      <TextField label={messages.fields.surveyTitle} hint={text.nameHint} value={title} onChange={setTitle} />
      <h2>{text.questions}</h2>
      <ol>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      <Actions busy={busy} problem={problem}>
        <Button
          primary
          disabled={busy}
          onClick={() => run(async () => props.onCreated(await server.createSurvey(title, operationId)))}
        >
          {messages.form.create}
        </Button>
        <Button onClick={props.onCancel}>{messages.form.cancel}</Button>
      </Actions>
    </>
  )
}
