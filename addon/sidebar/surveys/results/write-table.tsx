import { useState } from 'preact/hooks'
import { resultsFormula } from '../../../survey/results-formula.ts'
import type { TablePlace } from '../../../survey/results-table.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Notice, Select } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { type Shown, shownTable, tableNote, tablesOf } from './shown-tables.ts'

const text = messages.surveyResults

/** Writes one of the tables that are shown into the sheet, as values or as a live formula. */
export function WriteTable({ surveyId, shown }: { surveyId: string; shown: Shown }) {
  const [chosen, setChosen] = useState('')
  const [written, setWritten] = useState('')
  const { busy, problem, run } = useAction()
  const tables = tablesOf(shown)
  const table = tables.find((each) => each === chosen) ?? tables[0]
  if (!table) return null
  const values = shownTable(shown, table)
  const { asked, trend } = shown
  const isOne = table === 'whole'
  const room = { rows: isOne ? 1 : values.rows.length + 1, columns: isOne ? 1 : values.header.length }
  const work = (write: () => Promise<string>) =>
    run(async () => {
      setWritten('')
      setWritten(await write())
    })
  const writeValues = (place: TablePlace) => work(() => server.writeSurveyResults(values, place))
  const writeLive = () =>
    work(() =>
      server.putSurveyFormula(
        surveyId,
        asked,
        { table, trend, unit: values.unit, note: tableNote(shown, table), ...room },
        'selected',
      ),
    )
  return (
    <Section title={text.write}>
      <Select
        label={text.table}
        value={table}
        options={tables.map((each) => [each, text.tables[each]] as const)}
        onChange={(value) => {
          setChosen(value)
          setWritten('')
        }}
      />
      <div class="actions">
        <Button disabled={busy} onClick={() => writeValues('selected')}>
          {text.atCell}
        </Button>
        <Button disabled={busy} onClick={() => writeValues('newTab')}>
          {text.inTab}
        </Button>
        <Button disabled={busy} onClick={writeLive}>
          {text.live}
        </Button>
      </div>
      <p>
        <code>{resultsFormula(surveyId, asked, table, trend)}</code>
        <span class="hint below">{text.liveHint}</span>
      </p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {written && <Notice kind="good">{text.written(written)}</Notice>}
    </Section>
  )
}
