import type { Answers } from './checked-answers.ts'
import type { FollowUpRule } from './survey-settings.ts'

/** The rule that an answer sets off: the first that opens a complaint, else the first that opens a task. */
export function dueFollowUp(rules: readonly FollowUpRule[], answers: Answers): FollowUpRule | undefined {
  const due = rules.filter(({ question, atMost }) => {
    const score = answers[question]
    return typeof score === 'number' && score <= atMost
  })
  return due.find(({ opens }) => opens === 'complaint') ?? due[0]
}
