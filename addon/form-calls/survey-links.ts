import {
  type LinkSelection,
  type LinkSetup,
  linkSelection as selection,
  linkSetup as setup,
  linkShown as shown,
} from '../survey/link-setup.ts'
import { type LinkOrder, type LinkPage, makeLinkPage as makePage } from '../survey/make-links.ts'
import { inWords } from '../user-language.ts'

/** What the form for a survey's links begins with. */
export function surveyLinkSetup(surveyId: string): LinkSetup {
  return inWords(() => setup(surveyId))
}

/** The customers of the selected rows. */
export function surveyLinkSelection(surveyId: string): LinkSelection {
  return inWords(() => selection(surveyId))
}

/** The customers in one page of rows that the customer tab's filter shows. */
export function surveyLinkShown(from: number): { ids: string[]; next: number | null } {
  return inWords(() => shown(from))
}

/** Makes the links of one page of customers. */
export function makeLinkPage(surveyId: string, order: LinkOrder, from: number): LinkPage {
  return inWords(() => makePage(surveyId, order, from))
}
