import type { Messages } from '../../../core/messages/messages.ts'
import { changeWords } from '../../../core/tiering/change-words.ts'
import type { ShownEvent, ShownStory } from '../../tiering/tier-stories.ts'
import { shownNumber } from './shown.ts'

/** One cause of a story in words: "Satisfaction 4 → 2: −9.1". */
export function causeWords(cause: ShownStory['causes'][number], messages: Messages): string {
  return changeWords([cause], () => cause.label, messages.scoreChanges)
}

/** An event in words: "2026-03-31 complaint C-2026-000123". */
export function eventWords({ kind, day, name, ...figures }: ShownEvent, messages: Messages): string {
  const words = messages.tiersForm.events
  const [amount, nps] = [shownNumber(figures.amount), shownNumber(figures.nps)]
  return words[kind]({ day, name, amount, nps, satisfaction: shownNumber(figures.satisfaction) })
}

/** The whole story in one text, for the purpose of a follow-up. */
export function storyWords({ from, to, causes, also }: ShownStory, messages: Messages): string {
  const events = [...causes.flatMap((cause) => cause.events), ...also.events]
  const because = [
    ...causes.map((cause) => causeWords(cause, messages)),
    ...events
      .filter(({ kind }) => kind === 'complaint' || kind === 'answer')
      .map((event) => eventWords(event, messages)),
  ]
  return messages.tiersForm.storyPurpose({ from, to, because: because.join(messages.scoreChanges.between) })
}
