import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'

const text = messages.surveyBuilder

/** `Open · 12 answers · until 2026-03-31`. */
export function surveyState({ status, answers, closesOn, kind }: Survey): string {
  return [
    messages.surveyForm.status[status],
    ...(kind === 'staff' ? [text.kinds.staff] : []),
    ...(answers === null ? [] : [text.answers(answers)]),
    ...(status === 'open' && closesOn ? [text.untilDay(closesOn)] : []),
  ].join(' · ')
}

/** What there is to be done next with a survey, in a sentence. */
export function nextStep({ status, answers, kind }: Survey): string {
  if (status === 'draft') return answers ? text.next.closed : text.next.draft
  if (status === 'closed') return text.next.closed
  if (kind === 'staff') return text.next.staff
  return answers ? text.next.collecting : text.next.waiting
}
