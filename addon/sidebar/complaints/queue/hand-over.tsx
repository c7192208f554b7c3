import { useState } from 'preact/hooks'
import type { ComplaintPolicy } from '../../../../core/complaint/complaint-policy.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Notice, Progress, Select, TextField } from '../../kit/parts.tsx'
import { useAction } from '../../kit/use-action.ts'
import { allComplaints } from './all-complaints.ts'
import { handOverPlan } from './hand-over-plan.ts'
import { useHandOver } from './use-hand-over.ts'

const text = messages.complaintQueue

type Props = { policy: ComplaintPolicy; owners: readonly string[]; asOf: string; onDone: () => void }
/** Stands for whoever has no handler: a blank is that nobody was chosen. */
const NOBODY = '\u0000'
type Plan = { owner: string; n: number }[]

/** Gives all that somebody has open to others: chosen, previewed, done page by page. */
export function HandOverPart({ policy, owners, asOf, onDone }: Props) {
  const [asked, setAsked] = useState({ from: '', to: '', text: '' })
  const [plan, setPlan] = useState<Plan>()
  const look = useAction()
  const { to } = asked
  const from = asked.from === NOBODY ? '' : asked.from
  const name = from || text.nobody
  const total = plan?.reduce((sum, { n }) => sum + n, 0) ?? 0
  const going = plan?.reduce((sum, { owner, n }) => sum + (owner === from ? 0 : n), 0) ?? 0
  const order = { from, ...(to && { to }), ...(asked.text.trim() && { text: asked.text }) }
  const work = useHandOver(order, total)
  const isWorking = look.busy || work.running

  const change = (part: Partial<typeof asked>) => {
    setAsked({ ...asked, ...part })
    setPlan(undefined)
  }
  const preview = () =>
    look.run(async () => setPlan(handOverPlan(policy, await allComplaints('status=open'), { from, to }, asOf)))
  const start = async () => {
    await work.start()
    setPlan(undefined)
    onDone()
  }
  const names = (not: string) => owners.filter((name) => name !== not).map((name) => [name, name] as const)
  const lines = (plan: Plan) =>
    plan.map((each) => (each.owner === from ? stays({ ...each, owner: name }) : text.givenTo(each)))
  const isDone = !work.running && !work.problem && (work.sum.given.length > 0 || work.sum.kept > 0)
  return (
    <Section title={text.handOver}>
      <p>{text.handOverWhy}</p>
      <fieldset disabled={isWorking}>
        <Select
          label={text.handOverFrom}
          value={asked.from}
          options={[['', text.choosePerson], [NOBODY, text.nobody], ...names('')]}
          onChange={(name) => change({ from: name, ...(name === to && { to: '' }) })}
        />
        <Select
          label={text.handOverTo}
          value={to}
          options={[['', text.byRouting], ...names(from)]}
          onChange={(name) => change({ to: name })}
        />
        <TextField
          label={text.handOverText}
          value={asked.text}
          onChange={(note) => setAsked({ ...asked, text: note })}
        />
      </fieldset>
      {look.problem && <Notice kind="bad">{look.problem}</Notice>}
      {work.problem && <Notice kind="bad">{work.problem}</Notice>}
      {plan && total === 0 && <Notice>{text.handOverNone(name)}</Notice>}
      {plan && total > 0 && <Notice>{[text.handOverPlan({ n: total, from: name }), ...lines(plan)].join('\n')}</Notice>}
      {work.running && (
        <Progress {...(work.at ?? { done: 0, total })} label={text.handOverGiven(work.at ?? { done: 0, total })} />
      )}
      {work.stopped && <Notice kind="warn">{text.handOverStopped}</Notice>}
      {isDone && (
        <Notice kind="good">
          {text.handOverDone({ given: work.sum.given.map(text.givenTo), kept: work.sum.kept })}
        </Notice>
      )}
      <div class="actions">
        {work.running ? (
          <Button disabled={work.stopping} onClick={work.stop}>
            {messages.form.stop}
          </Button>
        ) : going > 0 ? (
          <Button primary onClick={start}>
            {text.handOverDo(going)}
          </Button>
        ) : (
          <Button disabled={isWorking || !asked.from} onClick={preview}>
            {messages.form.preview}
          </Button>
        )}
      </div>
    </Section>
  )
}

function stays({ owner, n }: { owner: string; n: number }): string {
  return text.givenTo({ owner: text.handOverStays(owner), n })
}
