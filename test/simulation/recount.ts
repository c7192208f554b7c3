import type { Item } from './engine/item.ts'
import type { Answers } from './ledger.ts'

/** An answer as it lies in the table; a deleted one has no answers any more. */
export type StoredAnswer = Item & {
  day: string
  id: string
  revision: number
  answers: Answers
  customerId?: string
  tier?: string
  owner?: string
  segment?: string
  tierNow?: string
  ownerNow?: string
  channel: string
  deleted: boolean
}
export type Counted = { n: number; questions: Record<string, Record<string, number>> }

/** Answers by what `groupOf` says of each. */
export function groupsBy(
  answers: StoredAnswer[],
  groupOf: (answer: StoredAnswer) => string,
): Map<string, StoredAnswer[]> {
  const groups = new Map<string, StoredAnswer[]>()
  for (const answer of answers) {
    const value = groupOf(answer)
    groups.set(value, [...(groups.get(value) ?? []), answer])
  }
  return groups
}

/** How often each value of each question was given; of texts only that there is one. */
export function counted(answers: StoredAnswer[]): Counted {
  const questions: Counted['questions'] = {}
  const count = (question: string, value: string | number) => {
    questions[question] ??= {}
    questions[question][value] = (questions[question][value] ?? 0) + 1
  }
  for (const { answers: given } of answers) {
    count('nps', given.nps)
    if (given.service !== undefined) count('service', given.service)
    if (given.why) for (const value of ['*', ...given.why]) count('why', value)
    count('mark', '*')
  }
  return { n: answers.length, questions }
}

export function nps(answers: StoredAnswer[]): number {
  const share = (of: (score: number) => boolean) =>
    answers.filter(({ answers: { nps } }) => of(nps)).length / answers.length
  return 100 * (share((score) => score >= 9) - share((score) => score <= 6))
}
