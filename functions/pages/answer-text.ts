import type { Language, Messages } from '../../core/messages/messages.ts'
import type { Answers } from '../../core/survey/checked-answers.ts'
import type { Question } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import { isolated } from './isolated.ts'

/** An answer as the person who gave it reads it. */
export function answerText(
  { options = [] }: Question,
  answer: Answers[string] | undefined,
  language: Language,
  texts: Messages['surveyPage'],
): string {
  if (answer === undefined) return texts.noAnswer
  const labels = [answer].flat().map((value) => {
    const option = options.find(({ id }) => id === value)
    return isolated(option ? textIn(option.label, language) : String(value))
  })
  return labels.join(language === 'en' ? ', ' : '、')
}
