import { useState } from 'preact/hooks'
import { type ComplaintCut, complaintCuts } from '../../../../core/complaint/complaint-cut.ts'
import { type ComplaintMetric, complaintMetrics } from '../../../../core/complaint/complaint-measures.ts'
import { cutLabel } from '../../../complaint/cut-label.ts'
import type { ComplaintReport, ReportQuestion } from '../../../complaint/report.ts'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, Select, TextField } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { Table } from '../../kit/table.tsx'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { shownFigure } from './shown-figure.ts'

const text = messages.complaintReport

/** All figures of the desk over some days; by a cut, one figure at a time, and all of them in a tab. */
export function Report() {
  const [question, setQuestion] = useState<ReportQuestion>({ by: '', from: '', to: '' })
  const [metric, setMetric] = useState<ComplaintMetric>('NEW')
  const [report, setReport] = useState<ComplaintReport>()
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const load = (asked: ReportQuestion) => run(async () => setReport(await server.complaintReport(asked)))
  useOnce(() => load(question))

  const change = (part: Partial<ReportQuestion>) => {
    setQuestion({ ...question, ...part })
    setReport(undefined)
    setDone('')
  }
  const cut = question.by
  return (
    <>
      <Select
        label={text.by}
        value={cut}
        options={[['', text.all], ...complaintCuts.map((each) => [each, text.cuts[each]] as const)]}
        onChange={(by) => change({ by: by as ComplaintCut | '' })}
      />
      <TextField label={text.from} value={question.from} hint={text.dayHint} onChange={(from) => change({ from })} />
      <TextField label={text.to} value={question.to} hint={text.dayHint} onChange={(to) => change({ to })} />
      {report && cut !== '' && (
        <>
          <Select
            label={text.figure}
            value={metric}
            options={complaintMetrics.map((each) => [each, text.metrics[each]] as const)}
            onChange={(each) => setMetric(each as ComplaintMetric)}
          />
          <Table
            caption={`${text.metrics[metric]} · ${text.at(report.asOf)}`}
            columns={[
              { label: text.cuts[cut], cell: ({ value }) => cutLabel(messages, cut, value) },
              { label: text.metrics[metric], number: true, cell: ({ figure }) => shownFigure(metric, figure) },
              { label: text.n, number: true, cell: ({ n }) => n },
            ]}
            rows={report.metrics[metric]}
            keyOf={({ value }) => value}
          />
        </>
      )}
      {report && cut === '' && (
        <Table
          caption={text.at(report.asOf)}
          columns={[
            { label: text.figure, cell: (each) => text.metrics[each] },
            {
              label: text.value,
              number: true,
              cell: (each) => shownFigure(each, report.metrics[each][0]?.figure ?? null),
            },
            { label: text.n, number: true, cell: (each) => report.metrics[each][0]?.n ?? 0 },
          ]}
          rows={complaintMetrics}
          keyOf={(each) => each}
        />
      )}
      <Actions busy={busy} problem={problem} done={done}>
        <Button primary disabled={busy} onClick={() => load(question)}>
          {text.show}
        </Button>
        <Button
          disabled={busy}
          onClick={() => run(async () => setDone(text.written(await server.writeComplaintReport(question))))}
        >
          {text.write}
        </Button>
      </Actions>
    </>
  )
}
