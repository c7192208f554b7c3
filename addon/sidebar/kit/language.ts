import { messagesFor } from '../../../core/messages/messages.ts'

/** The form's texts, in the language that the server wrote on the page. */
export const messages = messagesFor(document.documentElement.lang)
