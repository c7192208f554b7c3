import { errorText, InputError } from '../core/input-error.ts'
import { type Messages, messagesFor } from '../core/messages/messages.ts'

/** The texts for the person at work: menus, forms and their errors. */
export function userMessages(): Messages {
  return messagesFor(Session.getActiveUserLocale())
}

/** Runs what a form asked for; what the person can mend is thrown as a sentence in their language. */
export function inWords<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof InputError ? new Error(errorText(error, userMessages())) : error
  }
}
