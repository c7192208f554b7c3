import { useEffect, useRef } from 'preact/hooks'
import { type ComplaintAction, isMove } from '../../../../core/complaint/complaint-moves.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'

const text = messages.oneComplaint
const { actions: names } = messages.complaintForm

type Props = {
  actions: readonly ComplaintAction[]
  /** Whether somebody comes back to them from a step: the focus does too. */
  isBack: boolean
  onChoose: (action: ComplaintAction) => void
}

/** The steps that may come next, those that move it on first; a person who may take none is told so. */
export function NextSteps({ actions, isBack, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isBack) box.current?.querySelector('button')?.focus()
  }, [isBack])
  if (actions.length === 0) return <p class="soft">{text.noSteps}</p>
  const moves = actions.filter((action) => isMove(action) || action === 'reply')
  const others = actions.filter((action) => !(moves as ComplaintAction[]).includes(action))
  return (
    <div class="next" ref={box}>
      {moves.length > 0 && (
        <fieldset>
          <legend>{text.nextStep}</legend>
          <div class="actions">
            {moves.map((action, place) => (
              <Button key={action} primary={place === 0} onClick={() => onChoose(action)}>
                {names[action]}
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
                {names[action]}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  )
}
