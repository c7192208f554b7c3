import type { ShownFollowUp } from '../../../survey/follow-ups.ts'
import { messages } from '../../kit/language.ts'
import { Button } from '../../kit/parts.tsx'

const text = messages.surveyBuilder

type Props = { followUp: ShownFollowUp; busy: boolean; onGo: () => void; onState: () => void }

/** Who gave which low answer when, what came of it, and what can be done. */
export function OneFollowUp({ followUp, busy, onGo, onState }: Props) {
  const { customerId, name, survey, question, score, day, state, number } = followUp
  return (
    <div class="follow-up">
      <p>
        <strong>{customerId ? `${customerId} ${name}` : text.anonymous}</strong>
      </p>
      <p>{text.score({ question, score })}</p>
      <p class="soft">{[survey, day, ...(state === 'done' ? [text.isDone] : [])].join(' · ')}</p>
      {number && <p>{text.complaintOpened(number)}</p>}
      <div class="actions">
        {customerId && (
          <Button disabled={busy} onClick={onGo}>
            {text.openCustomer}
          </Button>
        )}
        {!number && (
          <Button disabled={busy} onClick={onState}>
            {state === 'open' ? text.done : text.notDone}
          </Button>
        )}
      </div>
    </div>
  )
}
