import { useRef, useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Button, Notice, Progress, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'

const text = messages.workspace
const nothing = { added: 0, changed: 0, unchanged: 0, rejected: [] as { row: number; reason: string }[] }

/** Sends the customer tab to the workspace page by page, with progress and a stop button. */
export function SyncCustomers() {
  const [sheets, setSheets] = useState<string[]>([])
  const [sheet, setSheet] = useState('')
  const [at, setAt] = useState<{ done: number; total: number }>()
  const [result, setResult] = useState<typeof nothing>()
  const [stopped, setStopped] = useState(false)
  const stop = useRef(false)
  const { busy, problem, run } = useAction()

  useOnce(
    () =>
      void run(async () => {
        const tabs = await server.customerTabs()
        setSheets(tabs.sheets)
        setSheet(tabs.likely)
      }),
  )

  const sync = () =>
    run(async () => {
      stop.current = false
      setStopped(false)
      setResult(undefined)
      let sum = nothing
      for (let row: number | null = 0; row !== null; ) {
        if (stop.current) return setStopped(true)
        const page: Awaited<ReturnType<typeof server.syncCustomerPage>> = await server.syncCustomerPage(sheet, row)
        sum = {
          added: sum.added + page.added,
          changed: sum.changed + page.changed,
          unchanged: sum.unchanged + page.unchanged,
          rejected: [...sum.rejected, ...page.rejected],
        }
        setAt({ done: page.done, total: page.total })
        row = page.next
      }
      setResult(sum)
    })

  return (
    <>
      <p class="soft">{text.syncWhy}</p>
      <Select label={text.customerTab} value={sheet} options={sheets.map((name) => [name, name])} onChange={setSheet} />
      {at && <Progress done={at.done} total={at.total} label={text.progress(at)} />}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {stopped && <Notice>{text.stopped}</Notice>}
      {result && <Notice kind="good">{text.done({ ...result, rejected: result.rejected.length })}</Notice>}
      {result && result.rejected.length > 0 && (
        <Notice kind="bad">{result.rejected.slice(0, 20).map(text.rejectedRow).join('\n')}</Notice>
      )}
      <div class="actions">
        <Button primary disabled={busy || !sheet} onClick={sync}>
          {text.sync}
        </Button>
        {busy && <Button onClick={() => (stop.current = true)}>{messages.form.stop}</Button>}
      </div>
    </>
  )
}
