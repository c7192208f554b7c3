import { languageOf } from '../../../../core/messages/messages.ts'
import type { Question } from '../../../../core/survey/question.ts'
import { textIn } from '../../../../core/survey/texts.ts'

const language = languageOf(document.documentElement.lang)

/** What a question is called in the form: what it measures, else its title. */
export function questionName({ title, dimension }: Question): string {
  return textIn(dimension ?? title, language)
}

/** An answer as it is read: the label of an option, the number, the text. */
export function answerWords({ options }: Question, answer: number | string | string[]): string {
  const label = (id: string) => {
    const option = options?.find((each) => each.id === id)
    return option ? textIn(option.label, language) : id
  }
  return [answer].flat().map(String).map(label).join(', ')
}
