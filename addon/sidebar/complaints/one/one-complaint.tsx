import { useRef, useState } from 'preact/hooks'
import type { Act, OneComplaint as Told } from '../../../complaint/one-complaint.ts'
import type { ComplaintSettings } from '../../../complaint/settings.ts'
import { messages } from '../../kit/language.ts'
import { Actions, Section } from '../../kit/layout.tsx'
import { Button } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'
import { Waiting } from '../../kit/waiting.tsx'
import type { Changed } from './changed-meanwhile.tsx'
import { EventList } from './event-list.tsx'
import { FeedbackAsked } from './feedback-asked.tsx'
import { Head } from './head.tsx'
import { MessageList } from './message-list.tsx'
import { NextSteps } from './next-steps.tsx'
import { type Step, type StepDraft, stepName } from './step-draft.ts'
import { StepForm } from './step-form.tsx'
import './one.css'

const text = messages.oneComplaint
const words = messages.complaintForm

/** One complaint with its clocks and its whole history, and the steps that may come next. */
export function OneComplaint({ id, onBack }: { id: string; onBack: () => void }) {
  const [complaint, setComplaint] = useState<Told>()
  const [settings, setSettings] = useState<ComplaintSettings>()
  const [step, setStep] = useState<Step>()
  const [drafts, setDrafts] = useState<{ [S in Step]?: StepDraft | undefined }>({})
  const [changed, setChanged] = useState<Changed>()
  const [done, setDone] = useState('')
  const wasAway = useRef(false)
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const read = async () => setComplaint(await server.complaint(id))
  const load = () =>
    run(async () => {
      const [, found] = await Promise.all([read(), server.complaintSettings()])
      setSettings(found)
    })
  useOnce(load)
  if (!complaint || !settings) return <Waiting problem={problem} onAgain={load} />

  const { timeZone } = settings.policy.calendar
  const go = (next: Step | undefined) => {
    wasAway.current = true
    setStep(next)
    setChanged(undefined)
    setDone('')
  }
  const act = (next: Act) =>
    run(async () => {
      const reply = await server.actOnComplaint(id, next, operationId(next))
      if ('stale' in reply) {
        const seen = changed?.seen ?? complaint
        setChanged({ seen, events: [...(changed?.events ?? []), ...reply.stale] })
      } else {
        go(undefined)
        const taken = step ?? next.action
        setDrafts({ ...drafts, [taken]: undefined })
        setDone(text.done({ action: stepName(taken), state: words.states[reply.state] }))
      }
      await read()
    })
  const takeAsNote = (said: string) => {
    setDrafts({ ...drafts, note: { text: said } })
    go('note')
  }
  return (
    <>
      <div class="actions">
        <Button onClick={onBack}>{messages.form.back}</Button>
        <Button disabled={busy} onClick={() => run(read)}>
          {words.refresh}
        </Button>
      </div>
      <Head complaint={complaint} policy={settings.policy} />
      <FeedbackAsked complaint={complaint} policy={settings.policy} />
      {!step && (
        <NextSteps state={complaint.state} actions={complaint.actions} isBack={wasAway.current} onChoose={go} />
      )}
      <Section title={words.history} count={complaint.history.length} open={!step}>
        <EventList events={complaint.history} timeZone={timeZone} />
      </Section>
      {complaint.messages.length > 0 && (
        <Section title={text.messages} count={complaint.messages.length}>
          <MessageList written={complaint.messages} link={complaint.feedbackLink} timeZone={timeZone} />
        </Section>
      )}
      {step ? (
        <StepForm
          key={step}
          step={step}
          complaint={complaint}
          settings={settings}
          draft={drafts[step] ?? {}}
          onChange={(draft) => setDrafts({ ...drafts, [step]: draft })}
          changed={changed}
          busy={busy}
          problem={problem}
          onDo={act}
          onNote={takeAsNote}
          onCancel={() => go(undefined)}
        />
      ) : (
        (busy || problem || done) && (
          <Actions busy={busy} problem={problem} done={done}>
            {null}
          </Actions>
        )
      )}
    </>
  )
}
