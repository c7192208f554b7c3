import { useMemo, useState } from 'preact/hooks'
import type { ImportDecisions } from '../../../core/customer-file/import-changes.ts'
import { importChanges } from '../../../core/customer-file/import-changes.ts'
import type { ImportPlan } from '../../../core/customer-file/import-plan.ts'
import type { ImportSource } from '../../../core/customer-file/imported-rows.ts'
import { columnCounts, decidedCounts } from '../../../core/customer-file/plan-counts.ts'
import type { DayOrder } from '../../../core/orders/day-order.ts'
import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Progress } from '../kit/parts.tsx'
import { Stat, Stats } from '../kit/stats.tsx'
import { DateOrders } from './date-orders.tsx'
import { DecisionTable } from './decision-table.tsx'
import { ImportDone } from './import-done.tsx'
import { PlannedRows } from './planned-rows.tsx'
import { useImport } from './use-import.ts'

const text = messages.customerFileForm

/** What an import would add, change, leave and reject, cell by cell; it is written after a yes. */
export function ImportPreview(props: {
  name: string
  source: ImportSource
  plan: ImportPlan
  columns: readonly TabColumn[]
  onOrder: (key: string, order: DayOrder) => void
  onBack: () => void
  onDone: () => void
}) {
  const { source, plan, columns } = props
  const counts = useMemo(() => columnCounts(plan), [plan])
  const [decisions, setDecisions] = useState<ImportDecisions>(() => ({
    fill: new Set(source.columns.flatMap((column) => column?.key ?? [])),
    overwrite: new Set<string>(),
  }))
  const [isAsked, setAsked] = useState(false)
  const { id, busy, problem, at, stopped, result, start, stop } = useImport(props.name)
  const decided = decidedCounts(plan, decisions)
  const total = decided.added + decided.fill + decided.overwrite
  const begin = () => {
    setAsked(false)
    start(importChanges(plan, decisions))
  }
  if (result || stopped) {
    return (
      <ImportDone
        id={id}
        name={props.name}
        result={stopped ? undefined : result}
        columns={columns}
        onDone={props.onDone}
      />
    )
  }
  const figures = [
    [text.added, plan.added.length],
    [text.changed, plan.changed.length],
    [text.unchanged, plan.unchanged.length],
    [text.rejected, plan.rejected.length],
  ] as const
  const order = (key: string, chosen: DayOrder) => {
    setAsked(false)
    props.onOrder(key, chosen)
  }
  return (
    <>
      <Stats>{figures.map(([label, value]) => value > 0 && <Stat key={label} label={label} value={value} />)}</Stats>
      <DateOrders source={source} columns={columns} onOrder={order} />
      <DecisionTable counts={counts} columns={columns} decisions={decisions} onDecide={setDecisions} />
      <PlannedRows plan={plan} columns={columns} decisions={decisions} />
      {total === 0 && <p class="soft">{text.nothing}</p>}
      <Actions busy={busy} problem={problem} progress={at && busy && <Progress {...at} label={text.writing(at)} />}>
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
