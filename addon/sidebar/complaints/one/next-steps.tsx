import { useEffect, useRef } from 'preact/hooks'
import type { ComplaintState } from '../../../../core/complaint/complaint.ts'
import { type ComplaintAction, isMove, nextState } from '../../../../core/complaint/complaint-moves.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'
import { type Step, stepName } from './step-draft.ts'

const text = messages.oneComplaint

type Props = {
  state: ComplaintState
  actions: readonly ComplaintAction[]
  /** Whether somebody comes back to them from a step: the focus does too. */
  isBack: boolean
  onChoose: (step: Step) => void
}

/** The steps that may come next, those that move it on first; a person who may take none is told so. */
export function NextSteps({ state, actions, isBack, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isBack) box.current?.querySelector('button')?.focus()
  }, [isBack])
  if (actions.length === 0) return <p class="soft">{text.noSteps}</p>
  const isNext = (action: ComplaintAction) =>
    action === 'reply' || (isMove(action) && nextState(state, action) !== state)
  const moves = actions.filter(isNext)
  const others: Step[] = actions.filter((action) => !isNext(action))
  if (actions.includes('identify')) others.push('mend_contact')
  return (
    <div class="next" ref={box}>
      {moves.length > 0 && (
        <fieldset>
          <legend>{text.nextStep}</legend>
          <div class="actions">
            {moves.map((action, place) => (
              <Button key={action} primary={place === 0} onClick={() => onChoose(action)}>
                {stepName(action)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      {others.length > 0 && (
        <fieldset>
          <legend>{text.alsoPossible}</legend>
          <div class="actions">
            {others.map((action) => (
              <Button key={action} onClick={() => onChoose(action)}>
                {stepName(action)}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  )
}
