import { useState } from 'preact/hooks'
import { AwayNotice } from '../kit/away-notice.tsx'
import { messages } from '../kit/language.ts'
import { Button, Notice, Progress, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { StopButton } from '../kit/tier-run.tsx'
import { useOnce } from '../kit/use-once.ts'
import { usePages } from '../kit/use-pages.ts'
import { Waiting } from '../kit/waiting.tsx'

const text = messages.workspaceForm
const nothing = { added: 0, changed: 0, unchanged: 0, rejected: [] as { row: number; reason: string }[] }

/** Sends the customer tab to the workspace page by page, with progress and a stop button. */
export function SyncCustomers() {
  const [sheets, setSheets] = useState<string[]>([])
  const [sheet, setSheet] = useState('')
  const [sum, setSum] = useState<typeof nothing>()
  const pages = usePages(
    (row) => server.syncCustomerPage(sheet, row),
    (page, first) =>
      setSum((before = nothing) => {
        const from = first ? nothing : before
        return {
          added: from.added + page.added,
          changed: from.changed + page.changed,
          unchanged: from.unchanged + page.unchanged,
          rejected: [...from.rejected, ...page.rejected],
        }
      }),
  )
  const load = () =>
    pages.run(async () => {
      const tabs = await server.customerTabs()
      setSheets(tabs.sheets)
      setSheet(tabs.likely)
    })
  useOnce(load)

  if (sheets.length === 0) return <Waiting problem={pages.problem} onAgain={load} />
  return (
    <>
      <p class="soft">{text.syncWhy}</p>
      <Select label={text.customerTab} value={sheet} options={sheets.map((name) => [name, name])} onChange={setSheet} />
      {pages.running && <Progress {...pages.at} label={pages.at ? text.progress(pages.at) : messages.form.working} />}
      <AwayNotice away={pages.away} />
      {pages.problem && <Notice kind="bad">{pages.problem}</Notice>}
      {pages.stopped && <Notice>{text.stopped}</Notice>}
      {sum && !pages.busy && <Notice kind="good">{text.done({ ...sum, rejected: sum.rejected.length })}</Notice>}
      {sum && sum.rejected.length > 0 && (
        <Notice kind="bad">{sum.rejected.slice(0, 20).map(text.rejectedRow).join('\n')}</Notice>
      )}
      <div class="actions">
        <Button primary disabled={pages.busy || !sheet} onClick={pages.start}>
          {text.sync}
        </Button>
        <StopButton run={pages} />
      </div>
    </>
  )
}
