import { useMemo, useState } from 'preact/hooks'
import type { ImportDecisions } from '../../../core/customer-file/import-changes.ts'
import { importChanges } from '../../../core/customer-file/import-changes.ts'
import type { ImportPlan } from '../../../core/customer-file/import-plan.ts'
import { columnCounts, decidedCounts } from '../../../core/customer-file/plan-counts.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice, Progress } from '../kit/parts.tsx'
import { Stat, Stats } from '../kit/stats.tsx'
import { DecisionTable } from './decision-table.tsx'
import { LeftChanges } from './left-changes.tsx'
import { PlannedRows } from './planned-rows.tsx'
import { useImport } from './use-import.ts'

const text = messages.customerFileForm

/** What an import would add, change, leave and reject, cell by cell; it is written after a yes. */
export function ImportPreview(props: {
  name: string
  plan: ImportPlan
  columns: readonly TabColumn[]
  onBack: () => void
  onDone: () => void
}) {
  const { plan, columns } = props
  const counts = useMemo(() => columnCounts(plan), [plan])
  const [decisions, setDecisions] = useState<ImportDecisions>(() => ({
    fill: new Set(counts.map(({ key }) => key)),
    overwrite: new Set<string>(),
  }))
  const [isAsked, setAsked] = useState(false)
  const { busy, problem, at, stopped, result, start, stop } = useImport(props.name)
  const decided = decidedCounts(plan, decisions)
  const total = decided.added + decided.fill + decided.overwrite
  const begin = () => {
    setAsked(false)
    start(importChanges(plan, decisions))
  }
  if (result || stopped) {
    return (
      <>
        {result && <Notice kind="good">{text.imported(result)}</Notice>}
        {stopped && <Notice kind="warn">{text.stopped}</Notice>}
        {result && <LeftChanges left={result.left} columns={columns} />}
        <Actions>
          <Button primary onClick={props.onDone}>
            {result ? text.again : text.back}
          </Button>
        </Actions>
      </>
    )
  }
  return (
    <>
      <Stats>
        <Stat label={text.added} value={plan.added.length} />
        <Stat label={text.changed} value={plan.changed.length} />
        <Stat label={text.unchanged} value={plan.unchanged.length} />
        <Stat label={text.rejected} value={plan.rejected.length} />
      </Stats>
      <DecisionTable counts={counts} columns={columns} decisions={decisions} onDecide={setDecisions} />
      <PlannedRows plan={plan} columns={columns} decisions={decisions} />
      {total === 0 && <p class="soft">{text.nothing}</p>}
      {at && busy && <Progress {...at} label={text.writing(at)} />}
      <Actions busy={busy} problem={problem}>
        {isAsked && (
          <Confirm question={text.importAsk(decided)} yes={text.import} onYes={begin} onNo={() => setAsked(false)} />
        )}
        {!isAsked && !busy && (
          <>
            <Button primary disabled={total === 0} onClick={() => setAsked(true)}>
              {text.importCount(total)}
            </Button>
            <Button onClick={props.onBack}>{text.back}</Button>
          </>
        )}
        {busy && <Button onClick={stop}>{messages.form.stop}</Button>}
      </Actions>
    </>
  )
}
