import { useState } from 'preact/hooks'
import type { EntryReport } from '../../entry-standard/entry-report.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'
import { server } from '../kit/server.ts'
import { Stat, Stats } from '../kit/stats.tsx'
import { useAction } from '../kit/use-action.ts'
import { FillNext } from './fill-next.tsx'
import { ReportTables } from './report-tables.tsx'

const text = messages.entryForm

/** How complete the customer tab is, whom to complete first, and what is wrong in it. */
export function CheckPart() {
  const [report, setReport] = useState<EntryReport>()
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const check = () =>
    run(async () => {
      setDone('')
      setReport(await server.checkEntries())
    })
  const write = () => run(async () => setDone(text.written(await server.writeCompleteness())))
  return (
    <>
      {!report && <p class="soft">{text.checkWhy}</p>}
      {report && (
        <>
          <Stats>
            <Stat label={text.share} value={percent(report.share)} />
            <Stat label={text.customers} value={report.customers} />
            <Stat label={text.complete} value={report.complete} />
            <Stat label={text.wrong} value={report.wrongCells} />
          </Stats>
          {report.withoutId > 0 && <Notice kind="warn">{messages.form.withoutId(report.withoutId)}</Notice>}
          <ReportTables report={report} />
          <FillNext report={report} />
        </>
      )}
      <Actions busy={busy} doing={text.checking} problem={problem} done={done}>
        <Button primary disabled={busy} onClick={check}>
          {text.check}
        </Button>
        {report && (
          <Button disabled={busy} onClick={write}>
            {text.writeColumn}
          </Button>
        )}
      </Actions>
    </>
  )
}
