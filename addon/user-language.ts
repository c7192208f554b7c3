import { errorText, InputError } from '../core/input-error.ts'
import { type Language, languageOf, type Messages, messagesFor } from '../core/messages/messages.ts'

/** Where a person's choice is kept: with the person, for all of their spreadsheets. */
const property = 'LANGUAGE'

let known: Language | undefined

/** The language of menus, forms, errors and made tabs: the one that the person chose, else that of their locale. */
export function userLanguage(): Language {
  known ??= chosenLanguage() ?? languageOf(Session.getActiveUserLocale())
  return known
}

/** What the person chose; undefined where their locale decides. */
export function chosenLanguage(): Language | undefined {
  const kept = keptChoice()
  return kept === 'en' || kept === 'zh-CN' ? kept : undefined
}

/** Keeps the person's choice; undefined leaves it to their locale. */
export function keepLanguage(language: Language | undefined): void {
  const kept = PropertiesService.getUserProperties()
  if (language === undefined) kept.deleteProperty(property)
  else kept.setProperty(property, language)
  known = undefined
}

/** The texts for the person at work: menus, forms and their errors. */
export function userMessages(): Messages {
  return messagesFor(userLanguage())
}

/** Runs what a form asked for; what the person can mend is thrown as a sentence in their language. */
export function inWords<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof InputError ? new Error(errorText(error, userMessages())) : error
  }
}

/** Null also where a menu is made before the person has authorised anything: nothing may be read then. */
function keptChoice(): string | null {
  try {
    return PropertiesService.getUserProperties().getProperty(property)
  } catch {
    return null
  }
}
