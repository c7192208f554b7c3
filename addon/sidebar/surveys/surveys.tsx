import { useState } from 'preact/hooks'
import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { NewSurvey } from './new-survey.tsx'
import { OneSurvey } from './one-survey.tsx'

const text = messages.surveyForm

/** All surveys of the workspace; one of them, or a new one, when chosen. */
export function Surveys() {
  const [surveys, setSurveys] = useState<Survey[]>()
  const [shown, setShown] = useState<Survey | 'new'>()
  const { problem, run } = useAction()
  const load = () => run(async () => setSurveys(await server.listSurveys()))
  useOnce(load)

  const back = () => {
    setShown(undefined)
    load()
  }
  if (shown === 'new') return <NewSurvey onCreated={setShown} onCancel={back} />
  if (shown) return <OneSurvey survey={shown} onBack={back} />
  return (
    <>
      {surveys && problem && <Notice kind="bad">{problem}</Notice>}
      {!surveys && <Waiting problem={problem} onAgain={load} />}
      {surveys?.length === 0 && <Empty title={text.none} />}
      {surveys?.map((survey) => (
        <div class="row" key={survey.surveyId}>
          <button type="button" class="link" onClick={() => setShown(survey)}>
            {survey.title}
          </button>
          <span class="soft">{text.status[survey.status]}</span>
        </div>
      ))}
      <div class="actions">
        <Button primary onClick={() => setShown('new')}>
          {text.create}
        </Button>
      </div>
    </>
  )
}
