import type { PeriodCut, ResultsAsked, SurveyResults } from '../survey/results.ts'
import { surveyResults as results } from '../survey/results.ts'
import { type CommentPage, type CommentsAsked, surveyComments as comments } from '../survey/results-comments.ts'
import { type ResultTable, resultsFormula } from '../survey/results-formula.ts'
import { type ResultsSetup, resultsSetup as setup } from '../survey/results-setup.ts'
import {
  putResultsFormula as putFormula,
  type ResultUnit,
  type ShownTable,
  type TablePlace,
  writeResults as write,
} from '../survey/results-table.ts'
import { inWords } from '../user-language.ts'

/** What the results of a survey begin with. */
export function surveyResultsSetup(surveyId: string): ResultsSetup {
  return inWords(() => setup(surveyId))
}

/** What the form shows of one question. */
export function surveyResults(surveyId: string, asked: ResultsAsked, trend: PeriodCut | ''): SurveyResults {
  return inWords(() => results(surveyId, asked, trend))
}

/** A page of comments. */
export function surveyComments(surveyId: string, asked: CommentsAsked): CommentPage {
  return inWords(() => comments(surveyId, asked))
}

/** Writes a shown table as values. */
export function writeSurveyResults(table: ShownTable, place: TablePlace): string {
  return inWords(() => write(table, place))
}

/** A live formula for a shown table: which one, in which unit, what it is in words, and how many rows and columns it fills now. */
export type LiveTable = {
  table: ResultTable
  trend: PeriodCut | ''
  unit: ResultUnit
  note: string
  rows: number
  columns: number
}

/** Puts a shown table as a live formula. */
export function putSurveyFormula(surveyId: string, asked: ResultsAsked, live: LiveTable, place: TablePlace): string {
  const { table, trend, unit, note, ...room } = live
  return inWords(() => putFormula(resultsFormula(surveyId, asked, table, trend), { unit, note, room }, place))
}
