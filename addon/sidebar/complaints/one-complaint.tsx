import { useState } from 'preact/hooks'
import { allowedActions, type ComplaintAction } from '../../../core/complaint/complaint-moves.ts'
import type { ComplaintWithHistory } from '../../complaint/complaints.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'

const text = messages.complaintForm
const needMore = new Set<ComplaintAction>(['assign', 'change_severity'])

/** One complaint with its clocks and its whole history, and the steps that may come next. */
export function OneComplaint({ id, onBack }: { id: string; onBack: () => void }) {
  const [complaint, setComplaint] = useState<ComplaintWithHistory>()
  const [said, setSaid] = useState('')
  const [operationId, setOperationId] = useState(() => crypto.randomUUID())
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setComplaint(await server.complaint(id)))
  useOnce(load)
  if (!complaint) return <Waiting problem={problem} onAgain={load} />

  const act = (action: ComplaintAction) =>
    run(async () => {
      await server.actOnComplaint(id, { action, expectedVersion: complaint.version, text: said }, operationId)
      setSaid('')
      setOperationId(crypto.randomUUID())
      setComplaint(await server.complaint(id))
    })
  return (
    <>
      <h2>{`${complaint.number} · ${text.states[complaint.state]}`}</h2>
      <p>{`${complaint.customer.name || complaint.customer.id} · ${text.severities[complaint.severity]}`}</p>
      <p>{complaint.description}</p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{text.tier}</th>
            <td>{complaint.customer.tier}</td>
          </tr>
          <tr>
            <th scope="row">{text.firstResponseDue}</th>
            <td>{`${complaint.responseDue} ${text.clock[complaint.responseClock]}`}</td>
          </tr>
          <tr>
            <th scope="row">{text.due}</th>
            <td>{`${complaint.due} ${text.clock[complaint.resolutionClock]}`}</td>
          </tr>
        </tbody>
      </table>
      <TextField label={text.say} long value={said} onChange={setSaid} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        {allowedActions(complaint.state)
          .filter((action) => !needMore.has(action))
          .map((action, place) => (
            <Button key={action} primary={place === 0} disabled={busy} onClick={() => act(action)}>
              {text.actions[action]}
            </Button>
          ))}
      </div>
      <h2>{text.history}</h2>
      <ol class="history">
        {complaint.history.map((event) => (
          <li key={event.version}>
            {`${event.at} ${event.action === 'receive' ? text.states.received : text.actions[event.action]} · ${event.by}`}
            {event.text && <p>{event.text}</p>}
          </li>
        ))}
      </ol>
      <div class="actions">
        <Button onClick={load}>{text.refresh}</Button>
        <Button onClick={onBack}>{messages.form.back}</Button>
      </div>
    </>
  )
}
