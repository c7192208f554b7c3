import { requiredField, requiredHeader, type TabHeader, tabHeader } from '../sheet/tabs/bound-tab.ts'
import { userMessages } from '../user-language.ts'

/** The customer tab. @throws InputError `missingTab`, `missingColumn`. */
export function customersTab(): TabHeader {
  const tab = requiredHeader('customers')
  requiredField(tab, 'customerId')
  return tab
}

/** The column of the customer tab that holds the links of one survey: a field of its own, bound like the others. */
export function linkField(surveyId: string): string {
  return `surveyLink:${surveyId}`
}

/** What the column is called: as it is in the tab, else as it will be. */
export function linkHeader(tab: TabHeader, surveyId: string, title: string): string {
  const position = tab.at[linkField(surveyId)]
  return position === undefined ? userMessages().surveyLinks.column(title) : (tab.header[position] as string)
}

/** Whether a cell holds a link of this workspace; those that came with a copied spreadsheet are of another. */
export function isLinkOf(workspaceId: string, cell: unknown): boolean {
  return String(cell).includes(`/s/${workspaceId}.`)
}

/** The tab that is looked at, where it names customers; else undefined. */
export function selectedTab(): TabHeader | undefined {
  const sheet = SpreadsheetApp.getActiveSheet()
  if (sheet.getLastColumn() === 0) return undefined
  const tab = tabHeader('customers', sheet)
  return tab.at.customerId === undefined ? undefined : tab
}
