import { useState } from 'preact/hooks'
import type { PlainCell } from '../../../core/customer-file/customer-table.ts'
import type { ImportTab } from '../../tab-import/import-tabs.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { useAction } from '../kit/use-action.ts'

const text = messages.tabImport

/** A row that was not taken, and why, in sentences. */
export type Refusal = { row: number; why: string }

/** The rows that are not taken, with their reasons, and the way to have them in a tab. */
export function RejectedRows(props: {
  read: { tab: ImportTab; rows: readonly (readonly PlainCell[])[] }
  refusals: readonly Refusal[]
  /** Writes the header and the rows to a tab, and gives its name. */
  onWrite: (header: string[], rows: string[][]) => Promise<string>
}) {
  const { read, refusals } = props
  const [written, setWritten] = useState('')
  const { busy, problem, run } = useAction()
  if (refusals.length === 0) return null
  const all = [...refusals].sort((a, b) => a.row - b.row)
  const write = () =>
    run(async () => {
      const rows = all.map(({ row, why }) => [String(row), why, ...(read.rows[row - 2] ?? []).map(String)])
      setWritten(await props.onWrite(read.tab.header, rows))
    })
  return (
    <Section title={text.rejected} count={all.length} open>
      <List label={text.rejected} items={all} keyOf={({ row }) => row}>
        {({ row, why }) => (
          <>
            <strong>{text.row(row)}</strong> {why}
          </>
        )}
      </List>
      <div class="actions">
        <Button disabled={busy} onClick={write}>
          {text.writeRejected}
        </Button>
      </div>
      {written && <Notice kind="good">{text.written(written)}</Notice>}
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Section>
  )
}
