import { useState } from 'preact/hooks'
import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { FollowUps } from './follow-ups/follow-ups.tsx'
import { NewSurvey } from './new-survey.tsx'
import { OneSurvey } from './one-survey.tsx'
import { nextStep, surveyState } from './survey-state.ts'
import './surveys.css'

const text = messages.surveyBuilder

/** All surveys of the workspace and the low answers to follow up; one survey, or a new one, when chosen. */
export function Surveys() {
  const [surveys, setSurveys] = useState<Survey[]>()
  const [shown, setShown] = useState<Survey | 'new'>()
  const [part, setPart] = useState('surveys')
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
    <Tabs
      label={messages.surveyForm.title}
      tabs={[
        ['surveys', text.tabs.surveys],
        ['followUps', text.tabs.followUps],
      ]}
      selected={part}
      onSelect={setPart}
    >
      {part === 'followUps' ? (
        <FollowUps />
      ) : (
        <>
          {surveys && problem && <Notice kind="bad">{problem}</Notice>}
          {!surveys && <Waiting problem={problem} onAgain={load} />}
          {surveys?.length === 0 && <Empty title={text.none} />}
          {surveys && surveys.length > 0 && <SurveyList surveys={surveys} onChoose={setShown} />}
          {surveys && (
            <Actions>
              <Button primary onClick={() => setShown('new')}>
                {messages.surveyForm.create}
              </Button>
            </Actions>
          )}
        </>
      )}
    </Tabs>
  )
}

function SurveyList({ surveys, onChoose }: { surveys: Survey[]; onChoose: (survey: Survey) => void }) {
  return (
    <List
      label={messages.surveyForm.title}
      items={surveys}
      keyOf={({ surveyId }) => surveyId}
      textOf={({ title }) => title}
    >
      {(survey) => (
        <>
          <button type="button" class="link" onClick={() => onChoose(survey)}>
            {survey.title}
          </button>
          <p class="soft">{surveyState(survey)}</p>
          <p class="soft">{nextStep(survey)}</p>
        </>
      )}
    </List>
  )
}
