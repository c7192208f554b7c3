import { useState } from 'preact/hooks'
import type { AnswerColumns } from '../../survey/import-answers.ts'
import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Progress, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useOnce } from '../kit/use-once.ts'
import { usePages } from '../kit/use-pages.ts'

const text = messages.surveyForm
const nothing = { accepted: 0, duplicate: 0, rejected: [] as { row: number; reason: string }[] }

/** Sends a tab of answers to the survey page by page; a row sent twice counts once. */
export function ImportAnswers({ survey, onImported }: { survey: Survey; onImported: () => void }) {
  const [columns, setColumns] = useState<AnswerColumns>()
  const [sum, setSum] = useState<typeof nothing>()
  const sheet = columns?.sheet ?? ''
  const pages = usePages(
    (row) => server.importAnswerPage(survey.surveyId, sheet, row),
    (page, first) => {
      setSum((before = nothing) => {
        const from = first ? nothing : before
        return {
          accepted: from.accepted + page.accepted,
          duplicate: from.duplicate + page.duplicate,
          rejected: [...from.rejected, ...page.rejected],
        }
      })
      if (page.next === null) onImported()
    },
  )
  const load = (name?: string) => pages.run(async () => setColumns(await server.answerColumns(survey.surveyId, name)))
  useOnce(load)

  return (
    <fieldset>
      <legend>{text.importTitle}</legend>
      <p class="soft">{text.importWhy}</p>
      {columns && (
        <Select
          label={text.answerTab}
          value={sheet}
          options={columns.sheets.map((name) => [name, name])}
          onChange={load}
        />
      )}
      {columns && (
        <p class="hint">
          {columns.questions.map((q) => (
            <span key={q.question}>
              {q.column ? text.mapped({ question: q.question, column: q.column }) : text.unmapped(q.question)}
              <br />
            </span>
          ))}
        </p>
      )}
      {pages.at && <Progress {...pages.at} label={text.progress(pages.at)} />}
      {pages.problem && <Notice kind="bad">{pages.problem}</Notice>}
      {pages.stopped && <Notice>{text.stopped}</Notice>}
      {sum && !pages.busy && <Notice kind="good">{text.imported({ ...sum, rejected: sum.rejected.length })}</Notice>}
      {sum && sum.rejected.length > 0 && (
        <Notice kind="bad">{sum.rejected.slice(0, 20).map(text.rejectedRow).join('\n')}</Notice>
      )}
      <div class="actions">
        <Button disabled={pages.busy || !sheet} onClick={pages.start}>
          {text.import}
        </Button>
        {pages.busy && pages.at && <Button onClick={pages.stop}>{messages.form.stop}</Button>}
      </div>
    </fieldset>
  )
}
