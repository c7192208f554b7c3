import type { Question } from '../survey/question.ts'
import { QUESTION } from './answer-fields.ts'
import type { StatisticCell } from './cell-reader.ts'

/** An answer as far as a statistic may know it: not whose it is. */
type GivenAnswer = {
  day: string
  channel: string
  tier?: string | undefined
  owner?: string | undefined
  segment?: string | undefined
  answers: Readonly<Record<string, number | string | readonly string[]>>
}

const MS_PER_DAY = 86_400_000

/** An answer's fields; what was not answered is blank, also each option of such a question. */
export function answerCells(answer: GivenAnswer, questions: readonly Question[]): Record<string, StatisticCell> {
  const { day, channel, tier, owner, segment, answers } = answer
  const cells: Record<string, StatisticCell> = {
    ...{ day: Date.parse(day) / MS_PER_DAY, channel, tier, owner, segment },
  }
  for (const { id, options = [], type } of questions) {
    const given = answers[id]
    if (type !== 'multiple') cells[`${QUESTION}${id}`] = given as StatisticCell
    else if (Array.isArray(given))
      for (const option of options) cells[`${QUESTION}${id}.${option.id}`] = given.includes(option.id) ? 'yes' : 'no'
  }
  return cells
}
