import { userLanguage, userMessages } from './user-language.ts'

/** A form's HTML file, as the build names it. */
type Form =
  | 'Customer'
  | 'CustomerFile'
  | 'EntryStandard'
  | 'ScoreAndTier'
  | 'Tiers'
  | 'Surveys'
  | 'SurveyBuilder'
  | 'Complaints'
  | 'ComplaintsImport'
  | 'ComplaintBoard'
  | 'ComplaintSettings'
  | 'KpiSheet'
  | 'Audiences'
  | 'OwnStatistics'
  | 'Goals'
  | 'Improvements'
  | 'Functions'
  | 'SetUp'
  | 'Workspace'
  | 'Team'
  | 'Activity'

/** Adds the Tiersheet menu. Sheets runs it on opening, before anyone has authorised anything: by locale then. */
export function onOpen(): void {
  const text = userMessages().menu
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(text.Customer, 'showCustomer')
    .addItem(text.CustomerFile, 'showCustomerFile')
    .addItem(text.EntryStandard, 'showEntryStandard')
    .addSeparator()
    .addItem(text.ScoreAndTier, 'showScoreAndTier')
    .addItem(text.Tiers, 'showTiers')
    .addSeparator()
    .addItem(text.Surveys, 'showSurveys')
    .addItem(text.Complaints, 'showComplaints')
    .addItem(text.ComplaintsImport, 'showComplaintsImport')
    .addItem(text.ComplaintSettings, 'showComplaintSettings')
    .addItem(text.KpiSheet, 'showKpiSheet')
    .addItem(text.Audiences, 'showAudiences')
    .addItem(text.OwnStatistics, 'showOwnStatistics')
    .addItem(text.Goals, 'showGoals')
    .addItem(text.Improvements, 'showImprovements')
    .addItem(text.Functions, 'showFunctions')
    .addSeparator()
    .addItem(text.SetUp, 'showSetUp')
    .addItem(text.Workspace, 'showWorkspace')
    .addItem(text.Team, 'showTeam')
    .addItem(text.Activity, 'showActivity')
    .addItem(text.enable, 'enableInThisSpreadsheet')
    .addToUi()
}

/** Sheets runs it once, where the add-on is installed from an open spreadsheet. */
export function onInstall(): void {
  onOpen()
}

/** Opens the page of the customer in the selected row. */
export function showCustomer(): void {
  showForm('Customer')
}

/** Opens the form that imports customers and merges duplicates. */
export function showCustomerFile(): void {
  showForm('CustomerFile')
}

/** Opens the form that says what every customer's row must hold, and checks it. */
export function showEntryStandard(): void {
  showForm('EntryStandard')
}

/** Opens the form about overrides, history, rounds and playbook of the tiers. */
export function showTiers(): void {
  showForm('Tiers')
}

/** Opens the form that makes the tabs, or says which of the team's own tabs and columns hold what. */
export function showSetUp(): void {
  showForm('SetUp')
}

/** Opens the form that scores and tiers customers. */
export function showScoreAndTier(): void {
  showForm('ScoreAndTier')
}

/** Opens the survey form. */
export function showSurveys(): void {
  showForm('Surveys')
}

/** Opens the complaint form. */
export function showComplaints(): void {
  showForm('Complaints')
}

/** Opens the form that imports complaints of another system. */
export function showComplaintsImport(): void {
  showForm('ComplaintsImport')
}

/** Opens the form about business hours and the other settings of the complaint desk. */
export function showComplaintSettings(): void {
  showForm('ComplaintSettings')
}

/** Opens the form that builds and refreshes the KPI sheet. */
export function showKpiSheet(): void {
  showForm('KpiSheet')
}

/** Opens the form about goals, their parts and their progress. */
export function showGoals(): void {
  showForm('Goals')
}

/** Opens the form about improvement actions, account plans and their effect. */
export function showImprovements(): void {
  showForm('Improvements')
}

/** Opens the form that makes statistics of one's own. */
export function showOwnStatistics(): void {
  showForm('OwnStatistics')
}

/** Opens the form that shares KPIs with audiences, or links this spreadsheet to one. */
export function showAudiences(): void {
  showForm('Audiences')
}

/** Opens the form that finds, explains, tries and inserts the custom functions. */
export function showFunctions(): void {
  showForm('Functions')
}

/** Opens the form about who works in the workspace. */
export function showTeam(): void {
  showForm('Team')
}

/** Opens the form about what was done in the workspace. */
export function showActivity(): void {
  showForm('Activity')
}

/** Opens the form that connects this spreadsheet to a workspace and mirrors its customers. */
export function showWorkspace(): void {
  showForm('Workspace')
}

/** Makes the custom functions known here: a menu item that is run once does so in any spreadsheet. */
export function enableInThisSpreadsheet(): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(userMessages().menu.enabled)
}

/** Opens a survey's builder in a dialog, which has more room than the sidebar. */
export function showSurveyBuilder(surveyId: string): void {
  const page = formPage('SurveyBuilder').replace('<body', `<body data-survey="${surveyId.replace(/[^\w-]/g, '')}"`)
  const output = HtmlService.createHtmlOutput(page).setWidth(720).setHeight(640)
  SpreadsheetApp.getUi().showModalDialog(output, userMessages().menu.SurveyBuilder)
}

/** Opens the board of the complaint desk in a dialog, which has room for its columns. */
export function showComplaintBoard(): void {
  const output = HtmlService.createHtmlOutput(formPage('ComplaintBoard')).setWidth(1100).setHeight(640)
  SpreadsheetApp.getUi().showModalDialog(output, userMessages().menu.ComplaintBoard)
}

/** The form in the sidebar, in the person's language. */
function showForm(form: Form): void {
  const output = HtmlService.createHtmlOutput(formPage(form))
  SpreadsheetApp.getUi().showSidebar(output.setTitle(userMessages().menu[form]))
}

function formPage(form: Form): string {
  const page = HtmlService.createHtmlOutputFromFile(form).getContent()
  return page.replace('<html lang="en"', `<html lang="${userLanguage()}"`)
}
