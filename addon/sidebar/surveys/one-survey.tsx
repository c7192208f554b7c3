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

const text = messages.surveyForm

/** One survey: its link, its figures so far, its way into cells, and answers from a tab. */
export function OneSurvey({ survey, onBack }: { survey: Survey; onBack: () => void }) {
  const [link, setLink] = useState(survey.link)
  const [figures, setFigures] = useState<SurveyFigure[]>()
  const [put, setPut] = useState('')
  const [isImporting, setImporting] = useState(false)
  const [operationId] = useState(() => crypto.randomUUID())
  const { busy, problem, run } = useAction()
  const refresh = () => run(async () => setFigures(await server.surveySummary(survey.surveyId)))
  useOnce(refresh)

  const open = () => run(async () => setLink(await server.openSurvey(survey.surveyId, operationId)))
  const putTable = () => run(async () => setPut(await server.putSurveyTable(survey.title)))
  const imported = () => {
    setImporting(false)
    refresh()
  }
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
        <Button disabled={busy} onClick={putTable}>
          {text.putTable}
        </Button>
      </div>
      {put && <Notice kind="good">{text.put(put)}</Notice>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button onClick={() => setImporting(true)}>{messages.answerImport.title}</Button>
        <Button onClick={onBack}>{messages.form.back}</Button>
      </div>
    </>
  )
}
