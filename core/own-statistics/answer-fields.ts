import type { Language, Messages } from '../messages/messages.ts'
import { type Question, scaleOf } from '../survey/question.ts'
import { textIn } from '../survey/texts.ts'
import type { StatisticField } from './statistic-field.ts'

/** A question's answers are the field of this with its id. */
export const QUESTION = 'question:'

/** What a statistic can ask of answers beside the questions. */
const answerFields = {
  day: 'date',
  channel: 'text',
  tier: 'text',
  owner: 'text',
  segment: 'text',
} as const

/** What a statistic can ask of a survey's answers. Written ones may be searched, and are never shown. */
export function answerStatisticFields(
  questions: readonly Question[],
  messages: Messages,
  language: Language,
): StatisticField[] {
  const { fields } = messages.statisticWords
  const own = Object.entries(answerFields).map(([id, type]): StatisticField => {
    const label = fields[id as keyof typeof answerFields]
    return id === 'channel'
      ? { id, label, type, choices: Object.entries(messages.answerChannels) }
      : { id, label, type }
  })
  return [...own, ...questions.flatMap((question) => questionFields(question, messages, language))]
}

/** Of several choices each option is a field of its own. */
function questionFields(question: Question, messages: Messages, language: Language): StatisticField[] {
  const { yes, no } = messages.statisticWords
  const id = `${QUESTION}${question.id}`
  const label = textIn(question.title, language)
  if (scaleOf(question)) return [{ id, label, type: 'number' }]
  if (!question.options) return [{ id, label, type: 'text', hidden: true }]
  const options = question.options.map((option) => [option.id, textIn(option.label, language)] as const)
  if (question.type === 'single') return [{ id, label, type: 'text', choices: options }]
  return options.map(([option, name]) => {
    const choices = Object.entries({ yes, no })
    return {
      id: `${id}.${option}`,
      label: messages.statisticWords.option({ question: label, option: name }),
      type: 'text',
      choices,
    }
  })
}
