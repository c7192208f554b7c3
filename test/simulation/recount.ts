import type { Item } from './engine/item.ts'
import type { Answers } from './ledger.ts'

/** What a customer was when they got a link of their own. */
export type Invited = { day: string; tier?: string; owner?: string; segment?: string }

/** An answer as it lies in the table; a deleted one has no answers any more. */
export type StoredAnswer = Item & {
  day: string
  id: string
  revision: number
  version: number
  answers: Answers
  customerId?: string
  tier?: string
  owner?: string
  segment?: string
  tierNow?: string
  ownerNow?: string
  invited?: Invited
  channel: string
  operation?: string
  deleted: boolean
}
export type StoredInvitation = Item & { invited: Invited }
export type Counted = { n: number; questions: Record<string, Record<string, number>> }

/** Things by what `groupOf` says of each, without those that it says nothing of. */
export function groupsBy<T>(things: T[], groupOf: (thing: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const value = groupOf(thing)
    if (value === undefined) continue
    const group = groups.get(value)
    if (group) group.push(thing)
    else groups.set(value, [thing])
  }
  return groups
}

/** An answer's value of a cut; undefined where it does not count there. */
export function cutOf(answer: StoredAnswer, cut: string): string | undefined {
  if (cut === 'all') return ''
  if (cut === 'tier_now') return answer.tierNow ?? ''
  if (cut === 'owner_now') return answer.ownerNow ?? ''
  const [isInvited, field] = /^invited_?(.*)$/.exec(cut) ?? []
  if (isInvited === undefined) return String(answer[cut] ?? '')
  return answer.invited && invitedCut(answer.invited, field)
}

/** When somebody was invited, and what they were then. */
export function invitedCut(invited: Invited, field = ''): string {
  return [invited.day, ...(field ? [invited[field as keyof Invited] ?? ''] : [])].join('#')
}

/** How often each value of each question was given; of texts only that there is one. */
export function counted(answers: StoredAnswer[]): Counted {
  const questions: Counted['questions'] = {}
  const count = (question: string, value: string | number) => {
    questions[question] ??= {}
    questions[question][value] = (questions[question][value] ?? 0) + 1
  }
  for (const { answers: given } of answers) {
    for (const [question, answer] of Object.entries(given)) {
      if (question === 'mark') count(question, '*')
      else for (const value of Array.isArray(answer) ? ['*', ...answer] : [answer]) count(question, value)
    }
  }
  return { n: answers.length, questions }
}

export function nps(answers: StoredAnswer[]): number {
  const share = (of: (score: number) => boolean) =>
    answers.filter(({ answers: { nps } }) => of(nps)).length / answers.length
  return 100 * (share((score) => score >= 9) - share((score) => score <= 6))
}
