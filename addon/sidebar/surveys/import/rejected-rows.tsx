import { useMemo, useState } from 'preact/hooks'
import type { RejectedRow } from '../../../../core/survey/answer-import/answer-reading.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { List } from '../../kit/list.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import type { TabRows } from './prepared-import.ts'
import { type Refusal, refusalOf } from './problem-text.ts'
import { questionName } from './question-name.ts'

const text = messages.answerImport

/** The rows that are not taken, with their reasons, and the way to have them in a tab. */
export function RejectedRows(props: {
  read: TabRows
  rejected: readonly RejectedRow[]
  /** Rows that the survey refused when they were sent. */
  refused: readonly Refusal[]
}) {
  const { read, rejected, refused } = props
  const [written, setWritten] = useState('')
  const { busy, problem, run } = useAction()
  const all = useMemo(() => {
    const own = rejected.map((row) => refusalOf(row, read.basis.questions, questionName, messages))
    return [...own, ...refused].sort((a, b) => a.row - b.row)
  }, [read, rejected, refused])
  if (all.length === 0) return null
  const write = () =>
    run(async () => {
      const rows = all.map(({ row, why }) => [String(row), why, ...(read.rows[row - 2] ?? []).map(String)])
      setWritten(await server.writeRejectedAnswers(read.tab.header, rows))
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
