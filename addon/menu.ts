import { languageOf } from '../core/messages/messages.ts'
import { userMessages } from './user-language.ts'

/** A form's HTML file, as the build names it. */
export type Form = 'ScoreAndTier' | 'Surveys' | 'Complaints' | 'KpiSheet' | 'Workspace'

/** Adds the Tiersheet menu. Runs before anyone has authorised anything: locale and menu only. */
export function addMenu(): void {
  const text = userMessages().menu
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(text.ScoreAndTier, 'showScoreAndTier')
    .addItem(text.Surveys, 'showSurveys')
    .addItem(text.Complaints, 'showComplaints')
    .addItem(text.KpiSheet, 'showKpiSheet')
    .addSeparator()
    .addItem(text.Workspace, 'showWorkspace')
    .addItem(text.enable, 'enableInThisSpreadsheet')
    .addToUi()
}

/** Opens a form in the sidebar, in the person's language. */
export function showForm(form: Form): void {
  const language = languageOf(Session.getActiveUserLocale())
  const page = HtmlService.createHtmlOutputFromFile(form)
    .getContent()
    .replace('<html lang="en"', `<html lang="${language}"`)
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(page).setTitle(userMessages().menu[form]))
}
