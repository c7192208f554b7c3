import type { Language } from '../../messages/messages.ts'
import type { FormerParts } from '../former-parts.ts'
import type { Question } from '../question.ts'
import type { FollowUpRule, SurveyKind } from '../survey-settings.ts'
import { wordings } from '../texts.ts'
import type { Texts } from '../texts-schema.ts'

/** A text while it is typed: '' where a language has none. */
export type DraftTexts = Record<Language, string>
export type DraftOption = { id: string; label: DraftTexts }

/** A question while it is typed. Options wait, too, while it is of a type that has none. */
export type DraftQuestion = Omit<Question, 'title' | 'dimension' | 'options'> & {
  title: DraftTexts
  dimension: DraftTexts
  options: DraftOption[]
  /** The id that it had before it became another question by its type or scale. */
  was?: string
}

/** What can be set beside the questions; null is not set. */
export type DraftSettings = {
  closesOn: string | null
  quota: number | null
  rewardPoints: number | null
  followUp: FollowUpRule[]
  staffGroup: string | null
}

/** A survey while somebody changes it, begun on one of its revisions. */
export type Draft = {
  revision: number
  /** Whether its texts are asked for in both languages; else one text is for all. */
  bothLanguages: boolean
  title: DraftTexts
  questions: DraftQuestion[]
  settings: DraftSettings
}

/** What somebody typed and has not saved, with what it began as. */
export type KeptDraft = { base: Draft; draft: Draft }

/** A survey as the API gives it. */
export type KeptSurvey = Partial<{ [K in keyof DraftSettings]: DraftSettings[K] | undefined }> & {
  surveyId: string
  title: Texts
  questions: Question[]
  /** Questions that are asked no more. */
  earlier: Question[]
  former: FormerParts
  formerTitles: Texts[]
  status: 'draft' | 'open' | 'closed'
  kind: SurveyKind
  version: number
  revision: number
  /** For how many months answers are kept; until they are deleted where absent. */
  retentionMonths?: number
  link?: string
}

/** A survey to be changed. @param language The one that texts are taken for which are the same in all. */
export function draftOf(survey: KeptSurvey, language: Language): Draft {
  const pair = (texts: Texts = {}): DraftTexts => {
    const each = typeof texts === 'string' ? { [language]: texts } : texts
    return { en: each.en ?? '', 'zh-CN': each['zh-CN'] ?? '' }
  }
  const { revision, title, questions, closesOn, quota, rewardPoints, followUp, staffGroup } = survey
  return {
    revision,
    bothLanguages: questions.some((question) => textsOf(question).some((texts) => wordings(texts).length > 1)),
    title: pair(title),
    questions: questions.map(({ title, dimension, options = [], ...question }) => ({
      ...question,
      title: pair(title),
      dimension: pair(dimension),
      options: options.map(({ id, label }) => ({ id, label: pair(label) })),
    })),
    settings: {
      closesOn: closesOn ?? null,
      quota: quota ?? null,
      rewardPoints: rewardPoints ?? null,
      followUp: followUp ?? [],
      staffGroup: staffGroup ?? null,
    },
  }
}

/** Whether a text has nothing in it, in any language. */
export function isBlankText(texts: DraftTexts): boolean {
  return !texts.en.trim() && !texts['zh-CN'].trim()
}

function textsOf({ title, dimension, options = [] }: Question): Texts[] {
  return [title, ...(dimension ? [dimension] : []), ...options.map(({ label }) => label)]
}
