import { useState } from 'preact/hooks'
import type { Survey, SurveyFigure } from '../../survey/surveys.ts'
import { CopyField } from '../kit/copy-field.tsx'
import { messages } from '../kit/language.ts'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { FigureTable } from './figure-table.tsx'
import { ImportAnswers } from './import-answers.tsx'
import { SurveyLinks } from './links/survey-links.tsx'
import { SurveyResults } from './results/survey-results.tsx'

const text = messages.surveyForm

/** One survey: its link, its figures so far, its way into cells, and answers from a tab. */
export function OneSurvey({ survey, onBack }: { survey: Survey; onBack: () => void }) {
  const [link, setLink] = useState(survey.link)
  const [figures, setFigures] = useState<SurveyFigure[]>()
  const [isReading, setReading] = useState(false)
  const [isImporting, setImporting] = useState(false)
  const [operationId] = useState(() => crypto.randomUUID())
  const { busy, problem, run } = useAction()
  const refresh = () => run(async () => setFigures(await server.surveySummary(survey.surveyId)))
  useOnce(refresh)

  const open = () => run(async () => setLink(await server.openSurvey(survey.surveyId, operationId)))
  const imported = () => {
    setImporting(false)
    refresh()
  }
  if (isReading) return <SurveyResults surveyId={survey.surveyId} onBack={() => setReading(false)} />
  if (isImporting) return <ImportAnswers survey={survey} onBack={imported} />
  return (
    <>
      <h2>{survey.title}</h2>
      {link ? (
        <CopyField
          label={text.link}
          value={link}
          hint={/^http:\/\/127\./.test(link) ? text.localLinkHint : text.linkHint}
        />
      ) : (
        <div class="actions">
          <Button primary disabled={busy} onClick={open}>
            {text.open}
          </Button>
        </div>
      )}
      {link && <SurveyLinks survey={{ ...survey, link }} />}
      <h2>{text.results}</h2>
      {figures && <FigureTable figures={figures} />}
      <div class="actions">
        <Button disabled={busy} onClick={refresh}>
          {messages.complaintForm.refresh}
        </Button>
        <Button disabled={busy} onClick={() => setReading(true)}>
          {messages.surveyResults.open}
        </Button>
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button onClick={() => setImporting(true)}>{messages.answerImport.title}</Button>
        <Button onClick={onBack}>{messages.form.back}</Button>
      </div>
    </>
  )
}
