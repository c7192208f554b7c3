import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Tabs } from '../kit/tabs.tsx'
import { LogComplaint } from './log-complaint.tsx'
import { OneComplaint } from './one-complaint.tsx'
import { Queue } from './queue/queue.tsx'

const text = messages.complaintForm
const parts = [
  ['queue', text.parts.queue],
  ['new', text.parts.intake],
] as const

/** The complaint desk: what there is to do, something new, and one of them at a time. */
export function Complaints() {
  const [part, setPart] = useState('queue')
  const [shown, setShown] = useState<string>()
  if (shown) return <OneComplaint id={shown} onBack={() => setShown(undefined)} />
  return (
    <Tabs label={text.title} tabs={parts} selected={part} onSelect={setPart}>
      {part === 'queue' && <Queue onOpen={setShown} />}
      {part === 'new' && <LogComplaint onLogged={() => {}} />}
    </Tabs>
  )
}
