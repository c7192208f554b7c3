import {
  type AnswerColumns,
  type ImportPage,
  importAnswerPage as importPage,
  answerColumns as mapColumns,
} from '../survey/import-answers.ts'
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

/** How a tab's columns would be read as answers. */
export function answerColumns(surveyId: string, sheet?: string): AnswerColumns {
  return inWords(() => mapColumns(surveyId, sheet))
}

/** Sends one page of answers from a tab. */
export function importAnswerPage(surveyId: string, sheet: string, from: number): ImportPage {
  return inWords(() => importPage(surveyId, sheet, from))
}
