import { useState } from 'preact/hooks'
import type { CustomerTable } from '../../../core/customer-file/customer-table.ts'
import type { DuplicatePair } from '../../../core/customer-file/duplicate-groups.ts'
import { likelyDuplicates } from '../../../core/customer-file/likely-duplicates.ts'
import type { CustomerFileSetup } from '../../customer-file/customer-file-setup.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty } from '../kit/layout.tsx'
import { Button, Progress } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { ComparePair, type MergedRows } from './compare-pair.tsx'
import { DuplicateGroups } from './duplicate-groups.tsx'
import { customerRows } from './read-rows.ts'
import { UndoList } from './undo-list.tsx'

const text = messages.customerFileForm

type Found = { file: CustomerTable } & ReturnType<typeof likelyDuplicates>

/** Finds customers that are likely one, and makes one of two after a look at both. */
export function DuplicatesPart({ setup, onChanged }: { setup: CustomerFileSetup; onChanged: () => void }) {
  const [found, setFound] = useState<Found>()
  const [pair, setPair] = useState<DuplicatePair>()
  const [isAsking, setAsking] = useState(false)
  const [page, setPage] = useState<{ done: number; total: number }>()
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const columns = setup.customers?.columns ?? []

  const find = () =>
    run(async () => {
      setDone('')
      const latest = await server.customerFileSetup()
      const file = await customerRows(latest, setPage)
      setPage(undefined)
      await new Promise((resolve) => setTimeout(resolve, 30))
      setFound({ file, ...duplicatesIn(file, latest.apart) })
    })
  const drop = (merged: MergedRows | undefined, said: string) => {
    if (found)
      setFound({ ...found, file: withMerged(found.file, merged), groups: without(found.groups, pair, merged?.gone) })
    setPair(undefined)
    setDone(said)
    if (merged) onChanged()
  }
  const onUndone = () => {
    setFound(undefined)
    setDone('')
    onChanged()
  }

  if (pair && found) {
    return (
      <ComparePair pair={pair} file={found.file} columns={columns} onBack={() => setPair(undefined)} onDone={drop} />
    )
  }
  return (
    <>
      {!found && <p class="soft">{text.findWhy}</p>}
      {found && found.groups.length === 0 && <Empty title={text.noDuplicates} />}
      {found && <DuplicateGroups {...found} onCompare={setPair} />}
      <UndoList setup={setup} onAsk={setAsking} onUndone={onUndone} />
      <Actions
        busy={busy}
        doing={text.comparing}
        problem={problem}
        done={done}
        progress={busy && page && <Progress {...page} label={text.reading(page)} />}
      >
        <Button primary={!isAsking} disabled={busy} onClick={find}>
          {text.find}
        </Button>
      </Actions>
    </>
  )
}

function duplicatesIn(file: CustomerTable, apart: readonly (readonly [string, string])[]) {
  const at = new Map(file.columns.map(({ key }, position) => [key, position]))
  const cell = (row: CustomerTable['rows'][number], key: string) => String(row[at.get(key) ?? -1] ?? '').trim()
  const said = new Set(apart.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]))
  return likelyDuplicates(
    file.rows.map((row) => ({
      ...{ id: cell(row, 'customerId'), name: cell(row, 'customer') },
      ...{ email: cell(row, 'email'), phone: cell(row, 'phone') },
    })),
    (a, b) => said.has(`${a}\n${b}`),
  )
}

/** The file with the row that stayed as it is after a merge; the others keep their places. */
function withMerged(file: CustomerTable, merged: MergedRows | undefined): CustomerTable {
  return merged ? { ...file, rows: file.rows.map((row, at) => (at === merged.keep ? merged.cells : row)) } : file
}

/** The groups without a pair, or without all pairs of a row that is gone. */
function without(groups: Found['groups'], pair: DuplicatePair | undefined, row: number | undefined): Found['groups'] {
  const stays = (each: DuplicatePair) =>
    row === undefined ? !(each.a === pair?.a && each.b === pair?.b) : each.a !== row && each.b !== row
  return groups.flatMap((group) => {
    const pairs = group.pairs.filter(stays)
    return pairs.length === 0 ? [] : [{ customers: [...new Set(pairs.flatMap(({ a, b }) => [a, b]))], pairs }]
  })
}
