import { useState } from 'preact/hooks'
import type { ShownStory } from '../../tiering/tier-stories.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Button, Notice, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useInView } from '../kit/use-in-view.ts'
import { dayAfter } from './shown.ts'
import { storyWords } from './story-words.ts'

const text = messages.tiersForm
const DAYS = 3

/** Plans a contact with the story as its purpose. */
export function FollowUp(props: { story: ShownStory; today: string; onDone: (said: string) => void }) {
  const { customerId, owner } = props.story
  const [next, setNext] = useState(dayAfter(props.today, DAYS))
  const [purpose, setPurpose] = useState(storyWords(props.story, messages))
  const { busy, problem, run } = useAction()
  const box = useInView<HTMLDivElement>(true)
  const plan = () =>
    run(async () => {
      await server.planFollowUp({ customerId, owner, next, purpose })
      props.onDone(text.followUpSaved(next))
    })
  return (
    <div class="inset" ref={box}>
      <DateField label={text.followUpOn} value={next} min={props.today} onChange={setNext} />
      <TextField label={text.followUpWhy} value={purpose} onChange={setPurpose} long />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button primary disabled={busy} onClick={plan}>
          {text.followUpSave}
        </Button>
        <Button disabled={busy} onClick={() => props.onDone('')}>
          {messages.form.cancel}
        </Button>
      </div>
    </div>
  )
}
