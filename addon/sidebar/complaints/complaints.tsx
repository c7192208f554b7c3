import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Tabs } from '../kit/tabs.tsx'
import { Intake } from './intake/intake.tsx'
import { blankIntake } from './intake/intake-draft.ts'
import { OneComplaint } from './one/one-complaint.tsx'
import { Queue } from './queue/queue.tsx'
import { Report } from './report/report.tsx'

const text = messages.complaintForm
const parts = [
  ['queue', text.parts.queue],
  ['new', text.parts.intake],
  ['report', messages.complaintReport.part],
] as const

/** The complaint desk: what there is to do, something new, and one of them at a time. */
export function Complaints() {
  const [part, setPart] = useState('queue')
  const [shown, setShown] = useState<string>()
  const [draft, setDraft] = useState(blankIntake)
  if (shown) return <OneComplaint id={shown} onBack={() => setShown(undefined)} />
  return (
    <Tabs label={text.title} tabs={parts} selected={part} onSelect={setPart}>
      {part === 'queue' && <Queue onOpen={setShown} />}
      {part === 'report' && <Report />}
      {part === 'new' && <Intake draft={draft} onChange={setDraft} onOpen={setShown} />}
    </Tabs>
  )
}
