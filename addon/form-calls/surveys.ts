import { type AnswerImportSetup, answerImportSetup as setUpImport } from '../survey/answer-import-setup.ts'
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
import type { KeptPlan } from '../survey/kept-answer-import.ts'
import {
  createSurvey as create,
  listSurveys as list,
  openSurvey as open,
  putSurveyTable as putTable,
  type Survey,
  type SurveyFigure,
  surveySummary as summary,
  surveyTemplate as template,
} from '../survey/surveys.ts'
import { inWords } from '../user-language.ts'

/** All surveys of the workspace. */
export function listSurveys(): Survey[] {
  return inWords(list)
}

/** The template's questions. */
export function surveyTemplate(): string[] {
  return inWords(template)
}

/** Makes a survey from the template. */
export function createSurvey(title: string, operationId: string): Survey {
  return inWords(() => create(title, operationId))
}

/** Opens a survey and gives its link. */
export function openSurvey(surveyId: string, operationId: string): string {
  return inWords(() => open(surveyId, operationId))
}

/** A survey's figures so far. */
export function surveySummary(surveyId: string): SurveyFigure[] {
  return inWords(() => summary(surveyId))
}

/** Puts the table of NPS by tier at the selected cell. */
export function putSurveyTable(title: string): string {
  return inWords(() => putTable(title))
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
export function sendAnswers(surveyId: string, tab: string, rows: SentRow[]): SentPage {
  return inWords(() => send(surveyId, tab, rows))
}

/** Writes rejected rows with their reasons to a tab. */
export function writeRejectedAnswers(header: string[], rows: string[][]): string {
  return inWords(() => writeRejected(header, rows))
}
