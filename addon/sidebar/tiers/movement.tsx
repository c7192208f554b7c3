import { useState } from 'preact/hooks'
import type { MovementMatrix } from '../../../core/tiering/movement-matrix.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Button, Notice } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'
import { server } from '../kit/server.ts'
import { Stat, Stats } from '../kit/stats.tsx'
import { Table } from '../kit/table.tsx'
import { useAction } from '../kit/use-action.ts'
import { dayAfter, shownNumber } from './shown.ts'

const text = messages.tiersForm
const words = messages.tierReports
const MONTH = 30

/** How many customers went from which tier to which between two days. */
export function Movement({ standard, today }: { standard: string; today: string }) {
  const [from, setFrom] = useState(dayAfter(today, -MONTH))
  const [to, setTo] = useState(today)
  const [matrix, setMatrix] = useState<MovementMatrix>()
  const [written, setWritten] = useState('')
  const { busy, problem, run } = useAction()
  const show = () => run(async () => setMatrix(await server.tierMovement(standard, from, to)))
  const write = () => run(async () => setWritten(text.written(await server.writeTierMovement(standard, from, to))))
  return (
    <>
      <div class="row">
        <DateField label={words.fromDay} value={from} max={to} onChange={setFrom} />
        <DateField label={words.toDay} value={to} max={today} onChange={setTo} />
      </div>
      <div class="actions">
        <Button disabled={busy} onClick={show}>
          {text.show}
        </Button>
        {matrix && (
          <Button disabled={busy} onClick={write}>
            {text.writeToSheet}
          </Button>
        )}
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {written && <Notice kind="good">{written}</Notice>}
      {matrix && <Matrix matrix={matrix} />}
    </>
  )
}

function Matrix({ matrix: { tiers, counts, came, left, up, down, stayed } }: { matrix: MovementMatrix }) {
  const both = Math.max(1, sum(counts.flat()))
  const stat = (label: string, count: number) => (
    <Stat label={label} value={shownNumber(count)} note={percent(count / both)} />
  )
  const rows = [
    ...tiers.map((tier, at) => ({ tier, cells: [...(counts[at] ?? []), left[at] ?? 0] })),
    { tier: words.came, cells: came },
  ].map(({ tier, cells }) => ({ tier, cells, total: sum(cells) }))
  const columns = [...tiers.keys(), tiers.length].map((at) => sum(rows.map(({ cells }) => cells[at] ?? 0)))
  const totals = { tier: words.total, cells: columns, total: sum(columns) }
  return (
    <>
      <Stats>
        {stat(text.up, up)}
        {stat(text.down, down)}
        {stat(text.stayed, stayed)}
        <Stat label={words.came} value={shownNumber(sum(came))} />
      </Stats>
      <p class="soft">{text.movementHint}</p>
      <Table
        caption={text.movement}
        captionUnseen
        rows={[...rows, totals]}
        keyOf={({ tier }) => tier}
        columns={[
          { label: '', cell: ({ tier }) => tier },
          ...[...tiers, words.left].map((label, at) => ({
            label,
            number: true,
            cell: ({ cells }: (typeof rows)[number]) => shownNumber(cells[at]),
          })),
          { label: words.total, number: true, cell: ({ total }) => shownNumber(total) },
        ]}
      />
    </>
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
