import { languageOf } from '../../../core/messages/messages.ts'

/** Which of two languages the page is shown in. */
export const language = languageOf(document.documentElement.lang)
