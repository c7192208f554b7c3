import { useState } from 'preact/hooks'
import type { Survey, SurveyFigure } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty } from '../kit/layout.tsx'
import { Button } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { FigureTable } from './figure-table.tsx'
import { isClosed } from './survey-state.ts'

/** The figures so far in brief, and the way to all of them. */
export function ResultsPart({ survey, onMore }: { survey: Survey; onMore: () => void }) {
  const [figures, setFigures] = useState<SurveyFigure[]>()
  const { busy, problem, run } = useAction()
  const refresh = () => run(async () => setFigures(await server.surveySummary(survey.surveyId)))
  const isHidden = survey.kind === 'staff' && !isClosed(survey)
  useOnce(() => void (isHidden || refresh()))
  if (isHidden) {
    return (
      <Empty title={messages.surveyBuilder.next.staff}>
        <Button onClick={onMore}>{messages.surveyResults.open}</Button>
      </Empty>
    )
  }
  if (!figures) return <Waiting problem={problem} onAgain={refresh} />
  return (
    <>
      <FigureTable figures={figures} />
      <Actions busy={busy} problem={problem}>
        <Button primary disabled={busy} onClick={onMore}>
          {messages.surveyResults.open}
        </Button>
        <Button disabled={busy} onClick={refresh}>
          {messages.complaintForm.refresh}
        </Button>
      </Actions>
    </>
  )
}
