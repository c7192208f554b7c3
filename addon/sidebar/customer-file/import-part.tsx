import { useMemo, useState } from 'preact/hooks'
import type { Match } from '../../../core/customer-file/customer-index.ts'
import type { CustomerTable } from '../../../core/customer-file/customer-table.ts'
import { importPlan } from '../../../core/customer-file/import-plan.ts'
import type { ImportSource } from '../../../core/customer-file/imported-rows.ts'
import { proposedColumns } from '../../../core/customer-file/proposed-columns.ts'
import { proposedMatch } from '../../../core/customer-file/proposed-match.ts'
import type { DayOrder } from '../../../core/orders/day-order.ts'
import { type FieldType, tabFields } from '../../../core/tabs/tab-fields.ts'
import type { CustomerFileSetup } from '../../customer-file/customer-file-setup.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice, Progress } from '../kit/parts.tsx'
import { useAction } from '../kit/use-action.ts'
import { ColumnChoice } from './column-choice.tsx'
import { ImportPreview } from './import-preview.tsx'
import { customerRows, fileRows, type ImportRows, tabRows, textRows } from './read-rows.ts'
import { type Chosen, likelySource, SourceChoice } from './source-choice.tsx'
import { UndoList } from './undo-list.tsx'

const text = messages.customerFileForm

type Read = { source: ImportRows; file: CustomerTable }

/** Chooses what to import, says which column is what, and shows what it would do before anything is written. */
export function ImportPart({ setup, onChanged }: { setup: CustomerFileSetup; onChanged: () => void }) {
  const [chosen, setChosen] = useState<Chosen | undefined>(() => likelySource(setup))
  const [read, setRead] = useState<Read>()
  const [keys, setKeys] = useState<(string | undefined)[]>([])
  const [orders, setOrders] = useState<Record<string, DayOrder>>({})
  const [match, setMatch] = useState<Match>('customerId')
  const [isShown, setShown] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [page, setPage] = useState<{ done: number; total: number }>()
  const { busy, problem, run } = useAction()
  const columns = setup.customers?.columns ?? []
  const source = useMemo(() => read && importSource(read.source, keys, orders), [read, keys, orders])
  const plan = useMemo(
    () => (isShown && read && source ? importPlan(read.file, source, match) : undefined),
    [isShown, read, source, match],
  )

  const load = () =>
    run(async () => {
      const rows = await chosenRows(setup, chosen, setPage)
      if (!rows || rows.rows.length === 0) throw new Error(text.noRows)
      const file = await customerRows(setup, setPage)
      const closed = new Set(columns.filter(({ computed }) => computed).map(({ key }) => key))
      const proposed = proposedColumns(
        rows.header,
        columns.map(({ key }) => key),
        closed,
      )
      setKeys(proposed)
      setMatch(proposedMatch(file, importSource(rows, proposed, {})))
      setOrders({})
      setRead({ source: rows, file })
    })

  const leave = () => {
    setRead(undefined)
    setShown(false)
    onChanged()
  }
  if (read && source && plan) {
    return (
      <ImportPreview
        name={read.source.name}
        source={source}
        plan={plan}
        onOrder={(key, order) => setOrders({ ...orders, [key]: order })}
        columns={columns}
        onBack={() => setShown(false)}
        onDone={leave}
      />
    )
  }
  if (read) {
    return (
      <>
        <p>
          {read.source.name}{' '}
          <span class="soft">{text.rowsRead({ rows: read.source.rows.length, columns: keys.length })}</span>
        </p>
        <ColumnChoice
          source={read.source}
          columns={columns}
          keys={keys}
          onKeys={setKeys}
          match={match}
          onMatch={setMatch}
        />
        <Actions>
          <Button primary disabled={!keys.some(Boolean)} onClick={() => setShown(true)}>
            {text.preview}
          </Button>
          <Button onClick={() => setRead(undefined)}>{text.back}</Button>
        </Actions>
      </>
    )
  }
  return (
    <>
      {!setup.customers && <Notice>{text.noCustomers}</Notice>}
      <SourceChoice setup={setup} chosen={chosen} onChoose={setChosen} />
      <UndoList setup={setup} onAsk={setAsking} onUndone={onChanged} />
      <Actions
        busy={busy}
        problem={problem}
        progress={page && busy && <Progress {...page} label={text.reading(page)} />}
      >
        <Button primary={!isAsking} disabled={busy || !chosen} onClick={load}>
          {text.read}
        </Button>
      </Actions>
    </>
  )
}

async function chosenRows(
  setup: CustomerFileSetup,
  chosen: Chosen | undefined,
  onPage: (page: { done: number; total: number }) => void,
): Promise<ImportRows | undefined> {
  if (chosen?.kind === 'paste') return textRows(text.pasted, chosen.text)
  if (chosen?.kind === 'file') return fileRows(chosen.file)
  const tab = setup.sources.find(({ name }) => name === chosen?.tab)
  return tab && tabRows(tab.name, tab.header, onPage)
}

function importSource(
  { rows, firstRow }: ImportRows,
  keys: readonly (string | undefined)[],
  orders: Record<string, DayOrder>,
): ImportSource {
  const types: Record<string, FieldType> = tabFields.customers
  const columns = keys.map((key) => (key === undefined ? undefined : { key, type: types[key] }))
  return { columns, rows, firstRow, orders }
}
