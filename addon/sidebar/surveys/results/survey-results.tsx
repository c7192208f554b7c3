import { useState } from 'preact/hooks'
import type { ResultsSetup } from '../../../survey/results-setup.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { Tabs } from '../../kit/tabs.tsx'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { metricsOf, spanOf } from './asked.ts'
import type { Choice } from './choices.tsx'
import { Comments } from './comments.tsx'
import { Figures } from './figures.tsx'
import './results.css'

const text = messages.surveyResults

/** The figures of a survey and what was written in it. */
export function SurveyResults({ surveyId, onBack }: { surveyId: string; onBack: () => void }) {
  const [setup, setSetup] = useState<ResultsSetup>()
  const [choice, setChoice] = useState<Choice>()
  const [part, setPart] = useState('figures')
  const { problem, run } = useAction()
  const load = () =>
    run(async () => {
      const found = await server.surveyResultsSetup(surveyId)
      setSetup(found)
      setChoice(firstChoice(found))
    })
  useOnce(load)
  return (
    <>
      {!(setup && choice) && <Waiting problem={problem} onAgain={load} />}
      {setup && choice && (
        <Tabs
          label={text.title}
          tabs={[
            ['figures', text.figures],
            ['comments', text.comments],
          ]}
          selected={part}
          onSelect={setPart}
        >
          <h2>{setup.title}</h2>
          {part === 'figures' ? (
            <Figures surveyId={surveyId} setup={setup} choice={choice} onChange={setChoice} />
          ) : (
            <Comments surveyId={surveyId} setup={setup} choice={choice} onChange={setChoice} />
          )}
        </Tabs>
      )}
      <div class="actions">
        <Button onClick={onBack}>{messages.form.back}</Button>
      </div>
    </>
  )
}

/** The first question that can be counted, of all days. */
function firstChoice({ questions, kind, today }: ResultsSetup): Choice {
  const first = questions.find(({ type }) => type !== 'text')
  const metric = metricsOf(first, kind)[0] ?? 'COUNT'
  return { period: 'all', asked: { metric, question: first?.id ?? '', by: '', ...spanOf('all', today) } }
}
