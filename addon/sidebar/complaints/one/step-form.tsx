import { useEffect, useState } from 'preact/hooks'
import type { Act, OneComplaint } from '../../../complaint/one-complaint.ts'
import type { ComplaintSettings } from '../../../complaint/settings.ts'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button } from '../../kit/parts.tsx'
import { useFirstError } from '../../kit/use-first-error.ts'
import { useInView } from '../../kit/use-in-view.ts'
import { type Changed, ChangedMeanwhile } from './changed-meanwhile.tsx'
import { actionOf, type Step, type StepDraft, shownStep, stepAct, stepName, stepProblems } from './step-draft.ts'
import { StepFields } from './step-fields.tsx'

const text = messages.oneComplaint

type Props = {
  step: Step
  complaint: OneComplaint
  settings: ComplaintSettings
  draft: StepDraft
  onChange: (draft: StepDraft) => void
  /** What others changed since the person saw it. */
  changed: Changed | undefined
  busy: boolean
  problem: string
  onDo: (act: Act) => void
  /** Goes on with the text as a note, where the step itself is no longer possible. */
  onNote: (said: string) => void
  onCancel: () => void
}

/** One step with its own fields alone; what is wrong is marked when somebody tries. */
export function StepForm(props: Props) {
  const { step, complaint, settings, draft, changed, busy } = props
  const [tries, setTries] = useState(0)
  const box = useInView<HTMLFieldSetElement>(step)
  useFirstError(tries)
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input, select, textarea, button')
    const bar = document.querySelector<HTMLElement>('.action-bar button')
    ;(first ?? bar)?.focus()
  }, [box])
  const shown = shownStep(step, draft, complaint, settings)
  const wrong = stepProblems(step, shown, complaint, settings)
  const problems = tries > 0 ? wrong : {}
  const isPossible = complaint.actions.includes(actionOf(step))
  const go = () => (Object.keys(wrong).length > 0 ? setTries(tries + 1) : props.onDo(stepAct(step, shown, complaint)))
  const mayNote = !isPossible && shown.text.trim() !== '' && complaint.actions.includes('note')
  return (
    <>
      <fieldset ref={box}>
        <legend>{stepName(step)}</legend>
        <StepFields
          step={step}
          shown={shown}
          complaint={complaint}
          settings={settings}
          problems={problems}
          onChange={(more) => props.onChange({ ...draft, ...more })}
        />
      </fieldset>
      {changed && <ChangedMeanwhile changed={changed} timeZone={settings.policy.calendar.timeZone} />}
      {changed && !isPossible && <p>{text.impossible(stepName(step))}</p>}
      <Actions busy={busy} doing={text.doing} problem={Object.values(problems)[0] ?? props.problem}>
        {isPossible && (
          <Button primary disabled={busy} onClick={go}>
            {changed ? text.onTop : stepName(step)}
          </Button>
        )}
        {mayNote && (
          <Button disabled={busy} onClick={() => props.onNote(shown.text)}>
            {text.asNote}
          </Button>
        )}
        <Button disabled={busy} onClick={props.onCancel}>
          {messages.form.cancel}
        </Button>
      </Actions>
    </>
  )
}
