import { useState } from 'preact/hooks'
import { daysAfter } from '../../../../core/calendar/iso-day.ts'
import { zonedDay } from '../../../../core/calendar/zoned-time.ts'
import { Checkbox } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Notice, Progress } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { allComplaints } from './all-complaints.ts'
import { tabRow } from './tab-row.ts'

const text = messages.complaintQueue
const CLOSED_DAYS = 30

/** Writes what is not closed to the Complaints tab, on a press. @param asOf When the queue was read. */
export function TabPart({ timeZone, asOf }: { timeZone: string; asOf: string }) {
  const [withClosed, setWithClosed] = useState(false)
  const [doing, setDoing] = useState('')
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const refresh = () =>
    run(async () => {
      setDone('')
      setDoing(text.tabReading(0))
      const open = await allComplaints('status=open', (n) => setDoing(text.tabReading(n)))
      const from = daysAfter(zonedDay(Date.parse(asOf), timeZone), -CLOSED_DAYS)
      const onClosed = (n: number) => setDoing(text.tabReading(open.length + n))
      const closed = withClosed ? await allComplaints(`status=closed&from=${from}`, onClosed) : []
      setDoing(text.tabWriting)
      const all = new Map([...closed, ...open].map((complaint) => [complaint.id, complaint]))
      const urgentFirst = [...open, ...closed].filter((complaint) => all.get(complaint.id) === complaint)
      setDone(text.tabDone(await server.refreshComplaintsTab(urgentFirst.map(tabRow))))
    })
  return (
    <Section title={text.tab}>
      <p>{text.tabWhy}</p>
      <Checkbox label={text.withClosed} value={withClosed} onChange={setWithClosed} />
      {busy && <Progress label={doing} />}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {done && !busy && !problem && <Notice kind="good">{done}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={refresh}>
          {text.refreshTab}
        </Button>
      </div>
    </Section>
  )
}
