import { type ComplaintAction, isMove } from '../../../../core/complaint/complaint-moves.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'

const text = messages.oneComplaint
const { actions: names } = messages.complaintForm

/** The steps that may come next, those that move it on first; a person who may take none is told so. */
export function NextSteps(props: { actions: readonly ComplaintAction[]; onChoose: (action: ComplaintAction) => void }) {
  const { actions, onChoose } = props
  if (actions.length === 0) return <p class="soft">{text.noSteps}</p>
  const moves = actions.filter((action) => isMove(action) || action === 'reply')
  const others = actions.filter((action) => !(moves as ComplaintAction[]).includes(action))
  return (
    <>
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
    </>
  )
}
