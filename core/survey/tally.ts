import type { Answers } from './checked-answers.ts'

/**
 * Answers counted: how many, and per question how often each value was given. For several choices the values are
 * counted one by one and `*` counts who chose at all. Texts are counted under `*` only.
 */
export type Tally = { n: number; questions: Record<string, Record<string, number>> }

/** Nothing counted yet. */
export function emptyTally(): Tally {
  return { n: 0, questions: {} }
}

/** Counts one person's answers into a tally. */
export function countAnswers(tally: Tally, answers: Answers, isText: (question: string) => boolean): void {
  tally.n++
  for (const [question, answer] of Object.entries(answers)) {
    tally.questions[question] ??= {}
    const counts = tally.questions[question]
    const values = isText(question) ? ['*'] : Array.isArray(answer) ? ['*', ...answer] : [String(answer)]
    for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  }
}

/** Adds one tally to another: exact, whatever the order. */
export function addTally(sum: Tally, { n, questions }: Tally): void {
  sum.n += n
  for (const [question, counts] of Object.entries(questions)) {
    sum.questions[question] ??= {}
    const into = sum.questions[question]
    for (const [value, count] of Object.entries(counts)) into[value] = (into[value] ?? 0) + count
  }
}
