import { useState } from 'preact/hooks'
import { textIn } from '../../../core/survey/texts.ts'
import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { AnswersPart } from './answers/answers-part.tsx'
import { Builder } from './builder/builder.tsx'
import { language } from './builder/use-draft.ts'
import { ImportAnswers } from './import-answers.tsx'
import { InWindow } from './in-window.tsx'
import { SurveyResults } from './results/survey-results.tsx'
import { ResultsPart } from './results-part.tsx'
import { SendPart } from './send-part.tsx'
import { isClosed, surveyState } from './survey-state.ts'

const text = messages.surveyBuilder
type Part = keyof typeof text.parts

/** One survey: its questions and settings, its ways to people, its answers, and what they come to. */
export function OneSurvey(props: { survey: Survey; onBack: () => void }) {
  const [survey, setSurvey] = useState(props.survey)
  const [part, setPart] = useState<Part>(firstPart(props.survey))
  const [away, setAway] = useState<'import' | 'results' | 'window'>()
  const { problem, run } = useAction()
  const { surveyId } = survey
  const again = () =>
    run(async () => {
      const surveys = await server.listSurveys()
      setSurvey(surveys.find((each) => each.surveyId === surveyId) ?? survey)
    })
  const back = () => {
    setAway(undefined)
    void again()
  }
  if (away === 'results') return <SurveyResults surveyId={surveyId} onBack={back} />
  if (away === 'import') return <ImportAnswers survey={survey} onBack={back} />
  return (
    <Tabs
      label={text.partsOf}
      tabs={Object.entries(text.parts)}
      selected={part}
      onSelect={(chosen) => setPart(chosen as Part)}
    >
      <div class="survey-head">
        <button type="button" class="link" onClick={props.onBack}>
          {messages.form.back}
        </button>
        <h2>{survey.title}</h2>
        <p class="soft">{surveyState(survey)}</p>
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {part === 'edit' &&
        (away === 'window' ? (
          <InWindow onBack={back} />
        ) : (
          <Builder
            surveyId={surveyId}
            onSaved={({ title, closesOn }) =>
              setSurvey({ ...survey, title: textIn(title, language), closesOn: closesOn ?? '' })
            }
            onWider={async () => {
              await run(() => server.showSurveyBuilder(surveyId))
              setAway('window')
            }}
            onOpening={() => setPart('send')}
          />
        ))}
      {part === 'send' && <SendPart survey={survey} onChange={setSurvey} />}
      {part === 'answers' && <AnswersPart survey={survey} onImport={() => setAway('import')} onTaken={again} />}
      {part === 'results' && <ResultsPart survey={survey} onMore={() => setAway('results')} />}
    </Tabs>
  )
}

/** What there is to be done next: its results where there are some, else its way to people, else its questions. */
function firstPart(survey: Survey): Part {
  const { status, answers, kind } = survey
  if (answers || (kind === 'staff' && isClosed(survey))) return 'results'
  return status === 'open' ? 'send' : 'edit'
}
