import type { Language } from '../../messages/messages.ts'
import type { Question } from '../question.ts'
import { scaleOf } from '../question.ts'
import type { Texts } from '../texts-schema.ts'
import type { Draft, DraftQuestion, DraftSettings, DraftTexts } from './draft-survey.ts'

/** The parts of a survey that can be changed, as the API takes them. */
export type SurveyParts = { title: Texts; questions: Question[] } & DraftSettings

/**
 * What a draft asks for, blanks left out. What belongs to another type of question is dropped, and so are rules about
 * questions that are gone.
 *
 * @param language Of texts that are one for all.
 */
export function draftParts(draft: Draft, language: Language): SurveyParts {
  const text = (pair: DraftTexts) => (draft.bothLanguages ? eachLanguage(pair) : oneForAll(pair, language))
  const questions = draft.questions.map((question) => questionOf(question, text))
  const isScored = (id: string) => questions.some((question) => question.id === id && scaleOf(question))
  const isSingle = (id: string) => questions.some((question) => question.id === id && question.type === 'single')
  const { followUp, staffGroup, ...settings } = draft.settings
  return {
    title: text(draft.title),
    questions,
    ...settings,
    followUp: followUp.filter(({ question }) => isScored(question)),
    staffGroup: staffGroup !== null && isSingle(staffGroup) ? staffGroup : null,
  }
}

/** What a draft changes of the draft that it began as; empty where nothing. */
export function changedParts(base: Draft, draft: Draft, language: Language): Partial<SurveyParts> {
  const [before, after] = [draftParts(base, language), draftParts(draft, language)]
  const changed = Object.entries(after).filter(([part, value]) => {
    return JSON.stringify(value) !== JSON.stringify(before[part as keyof SurveyParts])
  })
  return Object.fromEntries(changed)
}

function questionOf(question: DraftQuestion, text: (pair: DraftTexts) => Texts): Question {
  const { id, type, title, dimension, required, points, showIf, options } = question
  const named = dimension.en.trim() || dimension['zh-CN'].trim()
  return {
    id,
    type,
    title: text(title),
    ...(named && scaleOf(question) && { dimension: text(dimension) }),
    required,
    ...(points && points !== 5 && type === 'csat' && { points }),
    ...(showIf && { showIf }),
    ...((type === 'single' || type === 'multiple') && {
      options: options.map(({ id, label }) => ({ id, label: text(label) })),
    }),
  }
}

function eachLanguage(pair: DraftTexts): Texts {
  const [en, zh] = [pair.en.trim(), pair['zh-CN'].trim()]
  return { ...(en && { en }), ...(zh && { 'zh-CN': zh }) }
}

function oneForAll(pair: DraftTexts, language: Language): Texts {
  return pair[language].trim() || pair.en.trim() || pair['zh-CN'].trim()
}
