import { useState } from 'preact/hooks'
import type { Complaint } from '../../../complaint/complaints.ts'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { Waiting } from '../../kit/waiting.tsx'

const text = messages.complaintForm

/** What is open, most urgent first. */
export function Queue({ onOpen }: { onOpen: (id: string) => void }) {
  const [open, setOpen] = useState<Complaint[]>()
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setOpen(await server.openComplaints()))
  useOnce(load)
  return (
    <>
      <h2>{text.list}</h2>
      {open && problem && <Notice kind="bad">{problem}</Notice>}
      {!open && <Waiting problem={problem} onAgain={load} />}
      {open?.length === 0 && <Empty title={text.nothingOpen} />}
      {open?.map((complaint) => (
        <div key={complaint.id}>
          <button type="button" class="link" onClick={() => onOpen(complaint.id)}>
            {`${complaint.number} ${complaint.customer.name || complaint.customer.id}`}
          </button>
          <p class="soft">
            {`${text.states[complaint.state]} · ${text.severities[complaint.severity]}${complaint.due ? ` · ${text.due} ${complaint.due}` : ''}`}
          </p>
        </div>
      ))}
      <div class="actions">
        <Button disabled={busy} onClick={load}>
          {text.refresh}
        </Button>
      </div>
    </>
  )
}
