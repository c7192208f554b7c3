import { InputError } from '../../core/input-error.ts'
import { satisfactionQuestions } from '../../core/survey/satisfaction-questions.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { formulaText } from '../sheet/writing/formula-text.ts'
import { userLanguage, userMessages } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

export type Survey = { surveyId: string; title: string; status: 'draft' | 'open' | 'closed'; link: string }

/** One figure as the form shows it, rounded and with its unit. */
export type SurveyFigure = { label: string; n: number; value: string; interval: string }

type Reply = { surveyId: string; title: Texts; status: Survey['status']; link?: string }
type Figures = { rows?: { value: string; n: number; figure: number | null; low: number | null; high: number | null }[] }

/** What a table by tier needs at the least: a header, some tiers, and its five columns. */
const ROOM = { rows: 8, columns: 5 }

/** All surveys of the workspace, the newest first. */
export function listSurveys(): Survey[] {
  return callApi<{ surveys: Reply[] }>({ method: 'get', path: path() }).surveys.map(shown).reverse()
}

/** The questions of the template, in the person's language. */
export function surveyTemplate(): string[] {
  return satisfactionQuestions().map(({ title }) => inLanguage(title))
}

/** Makes a survey from the template. */
export function createSurvey(title: string, operationId: string): Survey {
  if (!title.trim()) throw new InputError('blankField', { field: userMessages().fields.surveyTitle })
  return shown(callApi<Reply>({ method: 'post', path: path(), body: { title: title.trim() }, operationId }))
}

/** Opens it, and gives its public link. */
export function openSurvey(surveyId: string, operationId: string): string {
  return shown(callApi<Reply>({ method: 'post', path: `${path()}/${surveyId}/open`, operationId })).link
}

/** NPS and every satisfaction, with n and interval. */
export function surveySummary(surveyId: string): SurveyFigure[] {
  const rows = (metric: string) =>
    callApi<Figures>({ method: 'get', path: `${path()}/${surveyId}/figures?metric=${metric}&by=question` }).rows ?? []
  const percent = (share: number) => `${rounded(share * 100)} %`
  return [...rows('NPS').map(figure(rounded)), ...rows('CSAT').map(figure(percent))]
}

/**
 * Puts `=TS_SURVEY(title, "NPS",, "tier")` at the selected cell, and says where.
 *
 * @throws InputError `cellTaken` where something stands in the way of the table.
 */
export function putSurveyTable(title: string): string {
  const sheet = SpreadsheetApp.getActiveSheet()
  const selected = SpreadsheetApp.getActiveRange() ?? sheet.getRange('A1')
  const [row, column] = [selected.getRow(), selected.getColumn()]
  const rows = Math.min(ROOM.rows, sheet.getMaxRows() - row + 1)
  const columns = Math.min(ROOM.columns, sheet.getMaxColumns() - column + 1)
  const first = sheet.getRange(row, column)
  const taken = sheet
    .getRange(row, column, rows, columns)
    .getValues()
    .flat()
    .some((value) => value !== '')
  if (taken) throw new InputError('cellTaken', { cell: first.getA1Notation() })
  first.setNumberFormat('General').setFormula(`=TS_SURVEY(${formulaText(title)}, "NPS", , "tier")`)
  return `${sheet.getName()}!${first.getA1Notation()}`
}

function path(): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/surveys`
}

function shown({ surveyId, title, status, link = '' }: Reply): Survey {
  return { surveyId, title: inLanguage(title), status, link }
}

function inLanguage(texts: Texts): string {
  return textIn(texts, userLanguage())
}

function figure(unit: (value: number) => string) {
  return ({ value: label, n, figure, low, high }: NonNullable<Figures['rows']>[number]): SurveyFigure => ({
    label,
    n,
    value: figure === null ? '' : unit(figure),
    interval: low === null || high === null ? '' : `${unit(low)} – ${unit(high)}`,
  })
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}
