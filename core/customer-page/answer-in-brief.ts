import type { Answers } from '../survey/checked-answers.ts'
import type { Question } from '../survey/question.ts'
import type { Texts } from '../survey/texts-schema.ts'

/** What a customer's page says of one answer: scores as given, the comment shortened. */
export type AnswerInBrief = {
  /** 0 to 10. */
  nps?: number
  /** By dimension, or the question's title where it has none; 1 to 5, also where the scale has more points. */
  satisfaction: { dimension: Texts; score: number }[]
  comment?: string
}

const COMMENT_LENGTH = 200

/** The first NPS score, the satisfaction scores and the first text among one person's answers. */
export function answerInBrief(questions: readonly Question[], answers: Answers): AnswerInBrief {
  const nps = first(questions, 'nps', answers)
  const comment = first(questions, 'text', answers)
  const satisfaction = questions.flatMap(({ type, id, dimension, title, points = 5 }) => {
    const score = answers[id]
    if (type !== 'csat' || typeof score !== 'number') return []
    return [{ dimension: dimension ?? title, score: 1 + ((score - 1) * 4) / (points - 1) }]
  })
  return {
    satisfaction,
    ...(typeof nps === 'number' && { nps }),
    ...(typeof comment === 'string' && { comment: shortened(comment) }),
  }
}

function first(questions: readonly Question[], type: Question['type'], answers: Answers) {
  const question = questions.find(({ type: own, id }) => own === type && answers[id] !== undefined)
  return question && answers[question.id]
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > COMMENT_LENGTH ? `${characters.slice(0, COMMENT_LENGTH - 1).join('')}…` : text
}
