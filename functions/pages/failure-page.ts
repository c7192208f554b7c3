import type { Context } from 'hono'
import { errorText, InputError } from '../../core/input-error.ts'
import type { Language } from '../../core/messages/messages.ts'
import { messagesFor } from '../../core/messages/messages.ts'
import { statusOf, tellWhen } from '../request/failure.ts'
import { messagePage } from './page.tsx'

/** What a customer sees where a page can't be shown: but for its reference the same for every link that does not work. */
export function failurePage(c: Context, error: unknown, language: Language, requestId: string) {
  const messages = messagesFor(language)
  const { goneTitle, gone, thanksTitle, waitTitle, tooLongTitle, goBack, failed, reference } = messages.surveyPage
  const status = statusOf(error)
  const note = reference(requestId)
  if (status === 404) return messagePage(c, { language, title: goneTitle, status }, gone, note)
  if (status === 500 || !(error instanceof InputError)) {
    return messagePage(c, { language, title: goneTitle, status: 500 }, failed, note)
  }
  const sentence = errorText(error, messages)
  tellWhen(c, error)
  if (status === 409) {
    const title = error.code === 'answeredOtherwise' ? thanksTitle : goneTitle
    return messagePage(c, { language, title, status }, sentence, note)
  }
  const titles: Partial<Record<number, string>> = { 413: tooLongTitle, 429: waitTitle }
  return messagePage(c, { language, title: titles[status] ?? goneTitle, status }, `${sentence} ${goBack}`, note)
}
