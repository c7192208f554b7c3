import type { KeptPlan } from '../../core/survey/answer-import/answer-plan.ts'
import type { KeptDraft } from '../../core/survey/draft/draft-survey.ts'
import type { SurveyTemplate } from '../../core/survey/templates.ts'
import { type AnswerImportSetup, answerImportSetup as setUpImport } from '../survey/answer-import-setup.ts'
import {
  previewSurvey as preview,
  type SavedSurvey,
  type SurveyToEdit,
  saveSurvey as save,
  surveyToEdit as toEdit,
} from '../survey/change-survey.ts'
import { type FollowUpPage, listFollowUps as followUps, setFollowUp as setDone } from '../survey/follow-ups.ts'
import {
  type AnswerKey,
  type AnswerState,
  beginAnswerImport as beginImport,
  knownAnswers as known,
  type SentPage,
  type SentRow,
  sendAnswers as send,
  writeRejectedAnswers as writeRejected,
} from '../survey/import-answers.ts'

import { keepDraft } from '../survey/kept-draft.ts'
import { recordAnswer as record, type TakenAnswer } from '../survey/record-answer.ts'
import { retentionEffect as effect, type RetentionEffect, setRetention as retain } from '../survey/retention.ts'
import {
  createSurvey as create,
  listSurveys as list,
  openSurvey as open,
  type Survey,
  type SurveyFigure,
  surveySummary as summary,
} from '../survey/surveys.ts'
import { inWords } from '../user-language.ts'

/** All surveys of the workspace. */
export function listSurveys(): Survey[] {
  return inWords(list)
}

/** Makes a survey from a template. */
export function createSurvey(title: string, operationId: string, template?: Partial<SurveyTemplate>): Survey {
  return inWords(() => create(title, operationId, template))
}

/** What the builder begins with. */
export function surveyToEdit(surveyId: string): SurveyToEdit {
  return inWords(() => toEdit(surveyId))
}

/** Keeps what was typed in the builder and not saved. */
export function keepSurveyDraft(surveyId: string, draft: KeptDraft | null): void {
  keepDraft(surveyId, draft)
}

/** Changes a survey, or closes it. */
export function saveSurvey(
  surveyId: string,
  parts: Parameters<typeof save>[1],
  revision: number | null,
  operationId: string,
): SavedSurvey {
  return inWords(() => save(surveyId, parts, revision, operationId))
}

/** What keeping answers for so many months would delete first. */
export function retentionEffect(surveyId: string, months: number): RetentionEffect {
  return inWords(() => effect(surveyId, months))
}

/** Sets for how many months answers are kept. */
export function setRetention(surveyId: string, months: number | null, operationId: string): ReturnType<typeof retain> {
  return inWords(() => retain(surveyId, months, operationId))
}

/** The page that questions would have. */
export function previewSurvey(asked: Parameters<typeof preview>[0]): string {
  return inWords(() => preview(asked))
}

/** Keeps an answer that was given by phone, at a visit or otherwise. */
export function recordAnswer(surveyId: string, taken: TakenAnswer, operationId: string): void {
  inWords(() => record(surveyId, taken, operationId))
}

/** Low answers that are to be followed up. */
export function listFollowUps(after: string): FollowUpPage {
  return inWords(() => followUps(after))
}

/** Says whether a low answer was followed up. */
export function setFollowUp(followUpId: string, state: 'open' | 'done', operationId: string): void {
  inWords(() => setDone(followUpId, state, operationId))
}

/** Opens a survey and gives its link. */
export function openSurvey(surveyId: string, operationId: string): string {
  return inWords(() => open(surveyId, operationId))
}

/** A survey's figures so far. */
export function surveySummary(surveyId: string): SurveyFigure[] {
  return inWords(() => summary(surveyId))
}

/** What the import of answers begins with. */
export function answerImportSetup(surveyId: string): AnswerImportSetup {
  return inWords(() => setUpImport(surveyId))
}

/** Which answers the survey has already. */
export function knownAnswers(surveyId: string, answers: AnswerKey[]): AnswerState[] {
  return inWords(() => known(surveyId, answers))
}

/** Remembers how a tab is read, and that its import has begun. */
export function beginAnswerImport(surveyId: string, tab: string, plan: KeptPlan, done: number, of: number): void {
  inWords(() => beginImport(surveyId, tab, plan, done, of))
}

/** Sends some answers of a tab. */
export function sendAnswers(surveyId: string, tab: string, rows: SentRow[], operationId: string): SentPage {
  return inWords(() => send(surveyId, tab, rows, operationId))
}

/** Writes rejected rows with their reasons to a tab. */
export function writeRejectedAnswers(header: string[], rows: string[][]): string {
  return inWords(() => writeRejected(header, rows))
}
