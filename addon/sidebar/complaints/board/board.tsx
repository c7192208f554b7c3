import { useState } from 'preact/hooks'
import { type ComplaintState, complaintStates } from '../../../../core/complaint/complaint.ts'
import type { ComplaintMove } from '../../../../core/complaint/complaint-moves.ts'
import type { ListedComplaint } from '../../../complaint/queue.ts'
import type { ComplaintSettings } from '../../../complaint/settings.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button, TextField } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { OneComplaint } from '../one/one-complaint.tsx'
import { MineUnknown } from '../queue/mine-unknown.tsx'
import { openOnes } from '../queue/queue-filter.ts'
import { useComplaints } from '../queue/use-complaints.ts'
import { BoardColumn } from './board-column.tsx'
import { toldByMove } from './told-by-move.ts'
import '../queue/queue.css'
import './board.css'

const text = messages.complaintQueue
const PAGE = 200
/** A move that writes to the customer, before it is made. */
type Asked = { complaint: ListedComplaint; action: ComplaintMove; to: string; said: string }
const columns = complaintStates.filter((state) => state !== 'closed')

/** What is open, a column for each state; cards are opened, and moved on by buttons or by dragging. */
export function Board() {
  const [settings, setSettings] = useState<ComplaintSettings>()
  const [shown, setShown] = useState<string>()
  const [done, setDone] = useState('')
  const [asked, setAsked] = useState<Asked>()
  const operationId = useOperationId()
  const { filter, list, change, load, more, ...listing } = useComplaints(openOnes, PAGE)
  const { busy, problem, run } = useAction()
  const start = () => run(async () => setSettings(await server.complaintSettings()))
  useOnce(start)
  if (!settings) return <Waiting problem={problem} onAgain={start} />
  if (!list) return <Waiting problem={listing.problem} onAgain={load} />
  const back = () => {
    setShown(undefined)
    load()
  }
  if (shown) return <OneComplaint id={shown} onBack={back} />

  const { policy } = settings
  const move = ({ id, number, version }: ListedComplaint, action: ComplaintMove) =>
    run(async () => {
      setDone('')
      setAsked(undefined)
      const act = { action, expectedVersion: version, text: '' }
      const reply = await server.actOnComplaint(id, act, operationId([id, act]))
      await load()
      if ('stale' in reply) throw new Error(text.movedMeanwhile(number))
      setDone(text.moved({ number, state: messages.complaintForm.states[reply.state] }))
    })
  const begin = (complaint: ListedComplaint, action: ComplaintMove) => {
    const told = toldByMove(complaint, action, policy)
    return told ? setAsked({ complaint, action, ...told }) : move(complaint, action)
  }
  const { complaints, asOf, next } = list
  const onRefused = (complaint: ListedComplaint, state: ComplaintState) =>
    run(async () => {
      throw new Error(text.noMove({ number: complaint.number, state: messages.complaintForm.states[state] }))
    })
  return (
    <>
      <div class="row board-filter">
        <TextField
          label={messages.form.search}
          value={filter.search}
          onChange={(search) => change({ ...filter, search })}
        />
        <fieldset class="views">
          <legend class="unseen">{text.views}</legend>
          <button type="button" aria-pressed={filter.mine} onClick={() => change({ ...filter, mine: !filter.mine })}>
            {text.mine}
          </button>
        </fieldset>
      </div>
      <MineUnknown settings={settings} mine={filter.mine} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="board" aria-label={text.board} tabIndex={0}>
        {columns.map((state) => (
          <BoardColumn
            key={state}
            state={state}
            complaints={complaints.filter((each) => each.state === state)}
            all={complaints}
            calendar={policy.calendar}
            asOf={asOf}
            busy={busy}
            onOpen={setShown}
            onMove={begin}
            onRefused={onRefused}
          />
        ))}
      </section>
      {asked && (
        <Confirm
          question={text.moveMails({ number: asked.complaint.number, to: asked.to, said: asked.said })}
          yes={messages.complaintForm.actions[asked.action]}
          busy={busy}
          onYes={() => move(asked.complaint, asked.action)}
          onNo={() => setAsked(undefined)}
        />
      )}
      <Actions busy={busy || listing.busy} problem={problem || listing.problem} done={done}>
        {next && (
          <Button disabled={busy || listing.busy} onClick={more}>
            {text.more}
          </Button>
        )}
        <Button disabled={busy || listing.busy} onClick={load}>
          {messages.complaintForm.refresh}
        </Button>
      </Actions>
    </>
  )
}
