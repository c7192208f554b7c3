import type { Language, Messages } from '../../core/messages/messages.ts'
import type { Question, ShowIf } from '../../core/survey/question.ts'
import { scaleOf } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import { isolated } from './isolated.ts'

/**
 * The style that hides questions which the chosen answers leave out, without script. Browsers that know no `:has()`
 * show them all, each with a note instead.
 */
export function hidingStyle(questions: readonly Question[]): string {
  const rules = questions.flatMap((question) =>
    conditionsOf(question, questions).map((showIf) => {
      const chosen = valuesOf(showIf, questions).map(
        (value) => `[name="answers.${showIf.question}"][value="${value}"]:checked`,
      )
      return `form:not(:has(${chosen.join(',')})) #ask-${question.id}{display:none}`
    }),
  )
  return rules.length > 0 ? `@supports selector(:has(*)) {\n.only{display:none}\n${rules.join('\n')}\n}\n` : ''
}

/** What a question depends on, in words; undefined where it is always asked. */
export function onlyIf(
  { showIf }: Question,
  questions: readonly Question[],
  language: Language,
  texts: Messages['surveyPage'],
): string | undefined {
  const place = questions.findIndex(({ id }) => id === showIf?.question) + 1
  const decides = questions[place - 1]
  if (!showIf || !decides) return undefined
  const scale = scaleOf(decides)
  const limits = scale && {
    low: Math.max(scale[0], showIf.atLeast ?? 0),
    high: Math.min(scale[1], showIf.atMost ?? 99),
  }
  const labels = decides.options?.filter(({ id }) => showIf.anyOf?.includes(id)).map(({ label }) => label) ?? []
  const answers = limits ? [texts.range(limits)] : labels.map((label) => isolated(textIn(label, language)))
  return texts.onlyIf({ place, answers })
}

/** A question's own condition, and those of the questions that it depends on: where they are left out, so is it. */
function conditionsOf({ showIf }: Question, questions: readonly Question[]): ShowIf[] {
  const decides = questions.find(({ id }) => id === showIf?.question)
  return showIf && decides ? [showIf, ...conditionsOf(decides, questions)] : []
}

/** The answers that a condition asks for, as the values of fields. */
function valuesOf({ question, atLeast = -Infinity, atMost = Infinity, anyOf }: ShowIf, questions: readonly Question[]) {
  const decides = questions.find(({ id }) => id === question)
  const [low, high] = (decides && scaleOf(decides)) ?? [1, 0]
  const scores = Array.from({ length: high - low + 1 }, (_, i) => low + i)
  return anyOf ?? scores.filter((score) => score >= atLeast && score <= atMost).map(String)
}
