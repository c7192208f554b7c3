import { folded } from '../folded.ts'
import type { DeskPerson } from './desk-person.ts'
import { type Escalation, HANDLER, recipientsOf } from './escalation.ts'
import { standIn } from './routing.ts'

/** What the default levels call whoever leads the desk: each of these is the others. */
const MANAGERS = ['manager', '经理', '主管']

/**
 * Whom a step of an escalation is told on a day: names and e-mail addresses, each once. Who is away is told by who stands
 * in for them; a position without people gives nobody.
 *
 * @param owner Who handles the complaint; blank for nobody.
 * @param today The day in the workspace's zone, `YYYY-MM-DD`.
 */
export function toldPeople(
  { escalation, people }: { escalation: Escalation; people: readonly DeskPerson[] },
  { step, owner, today }: { step: number; owner: string; today: string },
): string[] {
  const told = recipientsOf(escalation, step).flatMap((recipient) => {
    if (recipient === HANDLER) return owner === '' ? [] : standIn(people, owner, today)
    if (recipient.includes('@')) return recipient
    return peopleCalled(recipient, people).map(({ name }) => standIn(people, name, today))
  })
  return [...new Set(told)]
}

/** People by their name or position, capitals and width aside; a manager is one in both languages. */
export function peopleCalled<P extends { name: string; position?: string | undefined }>(
  word: string,
  people: readonly P[],
): P[] {
  const wanted = folded(word)
  const words = MANAGERS.includes(wanted) ? MANAGERS : [wanted]
  return people.filter(({ name, position = '' }) => folded(name) === wanted || words.includes(folded(position)))
}
