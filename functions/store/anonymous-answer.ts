import { textIn } from '../../core/survey/texts.ts'
import type { Answer } from './answer.ts'
import type { Survey } from './survey.ts'

/** A staff member's answer as it is kept: of nobody, of no hour, with the group that they chose as its segment. */
export function anonymousAnswer(survey: Survey, answer: Answer): Answer {
  const { day, id, answers, version, revision, digest, deleted } = answer
  const group = survey.questions.find((question) => question.id === survey.staffGroup)
  const chosen = group?.options?.find((option) => option.id === answers[group.id])
  const segment = chosen && textIn(chosen.label, 'en')
  return { day, id, answers, version, revision, digest, deleted, channel: 'staff', answeredAt: day, segment }
}
