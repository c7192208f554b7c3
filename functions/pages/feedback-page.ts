import type { Context } from 'hono'
import { feedbackQuestions } from '../../core/complaint/feedback-questions.ts'
import type { InputError } from '../../core/input-error.ts'
import { type Language, languages, messagesFor } from '../../core/messages/messages.ts'
import type { OpenedFeedback } from '../complaint/feedback-opened.ts'
import { messagePage } from './page.tsx'
import { surveyPage } from './survey-page.tsx'

type Asked = { language: Language; given: Record<string, unknown>; problems?: Record<string, InputError> }

/** The page that asks a customer whether it is solved: a survey of three questions. */
export function feedbackPage(c: Context, { complaint, timeZone }: OpenedFeedback, { language, ...asked }: Asked) {
  const { number, receivedAt } = complaint
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(receivedAt))
  const about = messagesFor(language).complaintPage.feedbackAbout(day)
  const title = Object.fromEntries(
    languages.map((each) => [each, messagesFor(each).complaintPage.feedbackTitle(number)]),
  )
  return surveyPage(c, { ...asked, title, about, questions: feedbackQuestions, language })
}

/** What a customer reads who has answered, or has nothing to answer any more. */
type Said = { language: Language; what: 'closed' | 'reopened' | 'answered' | 'answeredOtherwise' | 'underWay' }

export function feedbackSaid(c: Context, { complaint: { number } }: OpenedFeedback, { language, what }: Said) {
  const texts = messagesFor(language).complaintPage
  const title = what === 'underWay' ? texts.underWayTitle : texts.answeredTitle
  const status = what === 'answeredOtherwise' ? 409 : 200
  return messagePage(c, { language, title, status }, texts[what](number))
}
