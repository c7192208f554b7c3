import { useState } from 'preact/hooks'
import type { ComplaintSettings } from '../../../complaint/settings.ts'
import { messages } from '../../kit/language.ts'
import { Actions, Empty } from '../../kit/layout.tsx'
import { Button } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { HandOverPart } from './hand-over.tsx'
import { MineUnknown } from './mine-unknown.tsx'
import { openOnes, type QueueFilter } from './queue-filter.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QueueRow } from './queue-row.tsx'
import { TabPart } from './tab-part.tsx'
import { useComplaints } from './use-complaints.ts'
import './queue.css'

const text = messages.complaintQueue
const PAGE = 50

/** What the person looked for last: it is there again after one was opened. */
let last = openOnes

/** What there is to do, most urgent first: found by filters, opened one by one. */
export function Queue({ onOpen }: { onOpen: (id: string) => void }) {
  const [settings, setSettings] = useState<ComplaintSettings>()
  const { filter, list, busy, problem, load, more, ...found } = useComplaints(last, PAGE)
  const begin = useAction()
  const start = () => begin.run(async () => setSettings(await server.complaintSettings()))
  useOnce(start)
  if (!settings) return <Waiting problem={begin.problem} onAgain={start} />
  if (!list) return <Waiting problem={problem} onAgain={load} />

  const { calendar, people } = settings.policy
  const change = (next: QueueFilter) => {
    last = next
    found.change(next)
  }
  const { complaints, asOf, next } = list
  const names = people.map(({ name }) => name)
  const owners = [...new Set([...names, ...complaints.map(({ owner }) => owner)])].filter(Boolean)
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(openOnes)
  return (
    <>
      <QueueFilters filter={filter} complaints={complaints} people={names} onChange={change} />
      <MineUnknown settings={settings} mine={filter.mine} />
      <TabPart timeZone={calendar.timeZone} asOf={asOf} />
      <HandOverPart policy={settings.policy} owners={owners} asOf={asOf} onDone={load} />
      {complaints.length === 0 && !busy && (
        <Empty title={isFiltered ? text.noneFound : messages.complaintForm.nothingOpen}>
          {isFiltered && <Button onClick={() => change(openOnes)}>{text.showOpen}</Button>}
        </Empty>
      )}
      {complaints.length > 0 && <p class="soft">{text.timesAre(calendar.timeZone)}</p>}
      <ul class="list" aria-label={messages.complaintForm.parts.queue}>
        {complaints.map((complaint) => (
          <li key={complaint.id}>
            <QueueRow complaint={complaint} calendar={calendar} asOf={asOf} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <Actions busy={busy} problem={problem || begin.problem}>
        {next && (
          <Button disabled={busy} onClick={more}>
            {text.more}
          </Button>
        )}
        <Button disabled={busy} onClick={() => begin.run(async () => server.showComplaintBoard())}>
          {text.openBoard}
        </Button>
        <Button disabled={busy} onClick={load}>
          {messages.complaintForm.refresh}
        </Button>
      </Actions>
    </>
  )
}
