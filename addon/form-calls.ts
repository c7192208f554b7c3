import {
  type Act,
  actOnComplaint as act,
  type Complaint,
  type ComplaintWithHistory,
  complaint as findComplaint,
  type Intake,
  openComplaints as listOpen,
  logComplaint as log,
} from './complaint/complaints.ts'
import { besideCustomers as addBeside, type BesideCustomers } from './functions-form/beside-customers.ts'
import { type FunctionsSetup, functionsSetup as setUpFunctions } from './functions-form/functions-setup.ts'
import type { GivenCall } from './functions-form/given-call.ts'
import { type FormulaPlace, insertFunction as insert } from './functions-form/insert-function.ts'
import { type TriedFunction, tryFunction as tryOut } from './functions-form/try-function.ts'
import { setHourly } from './kpi/hourly-refresh.ts'
import { type KpiSetup, kpiSetup as setUpKpi } from './kpi/kpi-setup.ts'
import {
  type BuiltKpiSheet,
  buildKpiSheet as build,
  type KpiSettings,
  refreshKpiSheet as refresh,
} from './kpi/kpi-sheet.ts'
import { selectedCustomer as findSelected, type SelectedCustomer } from './sheet/selected-customer.ts'
import { previewTiers as countTiers, type TierPreview, applyTiers as writeTiers } from './standard/score-customers.ts'
import { type ScoreSetup, scoreSetup as setUpScore } from './standard/score-setup.ts'
import type { Standard } from './standard/standard.ts'
import {
  type AnswerColumns,
  type ImportPage,
  importAnswerPage as importPage,
  answerColumns as mapColumns,
} from './survey/import-answers.ts'
import {
  createSurvey as create,
  listSurveys as list,
  openSurvey as open,
  putSurveyTable as putTable,
  type Survey,
  type SurveyFigure,
  surveySummary as summary,
  surveyTemplate as template,
} from './survey/surveys.ts'
import { inWords } from './user-language.ts'
import { type ConnectedWorkspace, connect, connection } from './workspace/connection.ts'
import { type SyncPage, syncCustomerPage as syncPage, customerTabs as tabsForSync } from './workspace/sync-customers.ts'

// What the sidebar forms call. Each answers with plain data, or throws one sentence in the person's language.

/** What "Score and tier" begins with. */
export function scoreSetup(customers?: string, orders?: string): ScoreSetup {
  return inWords(() => setUpScore(customers, orders))
}

/** Counts who would land in each tier; writes nothing. */
export function previewTiers(standard: Standard): TierPreview {
  return inWords(() => countTiers(standard))
}

/** Writes Score and Tier into the customer tab. */
export function applyTiers(standard: Standard): { sheet: string; customers: number } {
  return inWords(() => writeTiers(standard))
}

/** The workspace of this spreadsheet, or null. */
export function currentConnection(): ConnectedWorkspace | null {
  const kept = inWords(connection)
  return kept ? { workspaceId: kept.workspaceId, name: kept.name } : null
}

/** Signs in and makes a workspace for this spreadsheet. */
export function connectWorkspace(name: string, operationId: string): ConnectedWorkspace {
  return inWords(() => connect(name, operationId))
}

/** The tabs, and the likely customer tab. */
export function customerTabs(): { sheets: string[]; likely: string } {
  return inWords(tabsForSync)
}

/** Mirrors one page of customers. */
export function syncCustomerPage(sheet: string, from: number): SyncPage {
  return inWords(() => syncPage(sheet, from))
}

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

/** The customer of the selected row, or null. */
export function selectedCustomer(): SelectedCustomer | null {
  return inWords(findSelected)
}

/** The complaints that are not closed. */
export function openComplaints(): Complaint[] {
  return inWords(listOpen)
}

/** One complaint with its history. */
export function complaint(id: string): ComplaintWithHistory {
  return inWords(() => findComplaint(id))
}

/** Takes a complaint in. */
export function logComplaint(intake: Intake, operationId: string): Complaint {
  return inWords(() => log(intake, operationId))
}

/** Moves a complaint on. */
export function actOnComplaint(id: string, next: Act, operationId: string): Complaint {
  return inWords(() => act(id, next, operationId))
}

/** What the form about functions begins with. */
export function functionsSetup(): FunctionsSetup {
  return inWords(setUpFunctions)
}

/** What a custom function would give back; writes nothing. */
export function tryFunction(call: GivenCall): TriedFunction {
  return inWords(() => tryOut(call))
}

/** Puts a formula where its result has room. */
export function insertFunction(call: GivenCall, place: FormulaPlace): string {
  return inWords(() => insert(call, place))
}

/** Adds a column to the customer tab that looks customers up in a function's result. */
export function besideCustomers(call: GivenCall, tab: string, place: number): BesideCustomers {
  return inWords(() => addBeside(call, tab, place))
}

/** What the KPI form begins with. */
export function kpiSetup(): KpiSetup {
  return inWords(setUpKpi)
}

/** Builds the KPI sheet. */
export function buildKpiSheet(settings: KpiSettings): BuiltKpiSheet {
  return inWords(() => build(settings))
}

/** Brings the KPI sheet up to date. */
export function refreshKpiSheet(): BuiltKpiSheet {
  return inWords(refresh)
}

/** What the hourly trigger runs. */
export function refreshKpiSheetOnTime(): void {
  inWords(refresh)
}

/** Starts or ends the hourly refresh. */
export function setKpiSheetHourly(on: boolean): boolean {
  return inWords(() => setHourly(on))
}
