import { useState } from 'preact/hooks'
import type { FactsPage } from '../../customer-page/update-facts.ts'
import { AwayNotice } from '../kit/away-notice.tsx'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Button, Notice, Progress } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { usePages } from '../kit/use-pages.ts'

const text = messages.customerForm

/** Brings what surveys and the complaint desk know into the customer file. */
export function UpdateFacts() {
  const [sum, setSum] = useState({ answered: 0, withComplaints: 0 })
  const [isDone, setDone] = useState(false)
  const [asked, setAsked] = useState<{ header: string; cells: number }[]>([])
  const { run, busy, problem, at, away, stopped, start, stop } = usePages<FactsPage>(
    (row) => server.updateCustomerFacts(row),
    (page) => {
      setSum(page)
      setDone(page.next === null)
    },
  )
  const ask = () =>
    run(async () => {
      setDone(false)
      const found = await server.factsInTheWay()
      setAsked(found)
      if (found.length === 0) await start()
    })
  const agree = () =>
    run(async () => {
      await server.agreeToFacts()
      setAsked([])
      await start()
    })
  return (
    <section class="block" aria-label={text.factsTitle}>
      <h2>{text.factsTitle}</h2>
      <p class="soft">{text.factsWhy}</p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {busy && at && <Progress {...at} label={text.progress(at)} />}
      <AwayNotice away={away} />
      {stopped && <Notice>{text.stopped}</Notice>}
      {isDone && !busy && <Notice kind="good">{text.updated(sum)}</Notice>}
      {asked.length > 0 ? (
        <Confirm
          question={asked.map(text.factsAsk).join('\n')}
          yes={text.overwriteYes}
          busy={busy}
          onYes={agree}
          onNo={() => setAsked([])}
        />
      ) : (
        <div class="actions">
          <Button disabled={busy} onClick={ask}>
            {text.updateFacts}
          </Button>
          {busy && <Button onClick={stop}>{messages.form.stop}</Button>}
        </div>
      )}
    </section>
  )
}
