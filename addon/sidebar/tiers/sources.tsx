import { useState } from 'preact/hooks'
import type { ValueBySource } from '../../tiering/value-by-source.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Table } from '../kit/table.tsx'
import { useAction } from '../kit/use-action.ts'
import { shownNumber } from './shown.ts'

const text = messages.tiersForm
const words = messages.tierReports

/** Customers, what they ordered for and their tiers by where they came from. */
export function Sources({ standard }: { standard: string }) {
  const [found, setFound] = useState<ValueBySource>()
  const [written, setWritten] = useState('')
  const { busy, problem, run } = useAction()
  const show = () => run(async () => setFound(await server.valueBySource(standard)))
  const write = () => run(async () => setWritten(text.written(await server.writeValueBySource(standard))))
  return (
    <>
      {found && (
        <Table
          caption={text.bySource}
          captionUnseen
          rows={found.sources}
          keyOf={({ source }) => source}
          columns={[
            { label: words.source, cell: ({ source }) => source || words.noSource },
            { label: words.customers, number: true, cell: ({ customers }) => shownNumber(customers) },
            { label: words.value, number: true, cell: ({ value }) => shownNumber(Math.round(value)) },
            ...found.tiers.map((label, at) => ({
              label,
              number: true,
              cell: ({ tiers }: ValueBySource['sources'][number]) => shownNumber(tiers[at]),
            })),
          ]}
        />
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {written && <Notice kind="good">{written}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={show}>
          {text.show}
        </Button>
        {found && (
          <Button disabled={busy} onClick={write}>
            {text.writeToSheet}
          </Button>
        )}
      </div>
    </>
  )
}
