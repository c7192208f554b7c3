import { InputError } from '../input-error.ts'
import type { FormerParts } from './former-parts.ts'
import type { Question, QuestionType } from './question.ts'
import type { SurveyMetric } from './survey-figure.ts'
import { textIs } from './texts.ts'

const SCORED: QuestionType[] = ['nps', 'csat', 'ces']
const CHOSEN: QuestionType[] = ['single', 'multiple']

/** The question types that a metric can be counted from; the first found is asked where no question is named. */
const TYPES: Record<SurveyMetric, { usual: QuestionType[]; possible: QuestionType[] }> = {
  NPS: { usual: ['nps'], possible: ['nps'] },
  CSAT: { usual: ['csat'], possible: ['csat'] },
  CES: { usual: ['ces'], possible: ['ces'] },
  MEAN: { usual: SCORED, possible: SCORED },
  SHARE: { usual: CHOSEN, possible: [...CHOSEN, ...SCORED] },
  COUNT: { usual: [], possible: [...SCORED, ...CHOSEN, 'text'] },
  RESPONSE_RATE: { usual: [], possible: [] },
}

/**
 * The question that a figure is about. Where none is called so now, the only one that was.
 *
 * @param name Its number counted from 1 in the present order, its id, title or dimension in any language; blank is the
 *   first of the metric's type.
 * @param former What questions were called in earlier versions.
 * @returns undefined where the metric is about whole answers.
 * @throws InputError `questionUnknown`, `questionUnfit`.
 */
export function askedQuestion(
  questions: Question[],
  metric: SurveyMetric,
  name: string | undefined,
  former: FormerParts = {},
): Question | undefined {
  const { usual, possible } = TYPES[metric]
  if (!name?.trim()) {
    const first = questions.find((question) => usual.includes(question.type))
    if (!first && usual.length) throw new InputError('questionUnfit', { metric })
    return first
  }
  const found =
    questions[Number(name) - 1] ??
    questions.find((question) => isNamed(question, name)) ??
    onlyFormerly(questions, name, former)
  if (!found) throw new InputError('questionUnknown', { question: name })
  if (!possible.includes(found.type)) throw new InputError('questionUnfit', { metric })
  return found
}

/** The questions that a metric can be counted from. */
export function fittingQuestions(questions: Question[], metric: SurveyMetric): Question[] {
  return questions.filter((question) => TYPES[metric].possible.includes(question.type))
}

function onlyFormerly(questions: Question[], name: string, former: FormerParts): Question | undefined {
  const found = questions.filter(({ id }) => former[id]?.names.some((each) => textIs(each, name)))
  return found.length === 1 ? found[0] : undefined
}

function isNamed({ id, title, dimension }: Question, name: string): boolean {
  return id === name.trim() || textIs(title, name) || textIs(dimension, name)
}
