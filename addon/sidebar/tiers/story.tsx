import { useState } from 'preact/hooks'
import { signedPoints } from '../../../core/tiering/signed-points.ts'
import type { ShownEvents, ShownStory } from '../../tiering/tier-stories.ts'
import { messages } from '../kit/language.ts'
import { CustomerName } from './customer-name.tsx'
import { FollowUp } from './follow-up.tsx'
import { shownNumber } from './shown.ts'
import { causeWords, eventWords } from './story-words.ts'

const text = messages.tiersForm

/** One move of tier: what moved the score, the largest part first, each with what happened; and a way to follow up. */
export function Story({ story, today }: { story: ShownStory; today: string }) {
  const [isOpen, setOpen] = useState(false)
  const [planned, setPlanned] = useState('')
  const { customerId, name, from, to, move, cause, reason, score, causes, also, day } = story
  return (
    <>
      <div class="head">
        <CustomerName customerId={customerId} name={name} />
        <span class={`move ${move}`}>{text.tierMove({ from, to })}</span>
      </div>
      <div class="soft">
        {day}
        {messages.scoreChanges.between}
        {text.causeBy({ cause: messages.tierCauses[cause], reason })}
      </div>
      {score && (
        <div>
          {text.storyPoints({
            points: signedPoints(score.points),
            from: shownNumber(score.from),
            to: shownNumber(score.to),
          })}
        </div>
      )}
      <ul class="reasons">
        {causes.map((one) => (
          <li key={one.key}>
            {causeWords(one, messages)}
            <Events events={one.events} more={one.more} />
          </li>
        ))}
        {also.events.length > 0 && (
          <li class="soft">
            {text.also}
            <Events {...also} />
          </li>
        )}
      </ul>
      {planned && <div class="soft">{planned}</div>}
      {isOpen ? (
        <FollowUp
          story={story}
          today={today}
          onDone={(said) => {
            setPlanned(said)
            setOpen(false)
          }}
        />
      ) : (
        cause !== 'gone' &&
        cause !== 'first' && (
          <button type="button" class="link" onClick={() => setOpen(true)}>
            {text.followUp}
          </button>
        )
      )}
    </>
  )
}

function Events({ events, more }: ShownEvents) {
  if (events.length === 0) return null
  return (
    <ul class="reasons soft">
      {events.map((event) => (
        <li key={`${event.kind} ${event.day} ${event.name}`}>{eventWords(event, messages)}</li>
      ))}
      {more > 0 && <li>{text.moreEvents(more)}</li>}
    </ul>
  )
}
