import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'

const text = messages.surveyBuilder

/** Whether its last day is over, where the workspace is. */
export function isOver({ status, closesOn, today }: Survey): boolean {
  return status === 'open' && closesOn !== '' && closesOn < today
}

/** Whether it takes answers no more: closed, or after its last day. */
export function isClosed(survey: Survey): boolean {
  return survey.status === 'closed' || isOver(survey)
}

/** `Open · 12 answers · until 2026-03-31`. */
export function surveyState(survey: Survey): string {
  const { status, answers, closesOn, kind } = survey
  return [
    messages.surveyForm.status[isClosed(survey) ? 'closed' : status],
    ...(kind === 'staff' ? [text.kinds.staff] : []),
    ...(answers === null ? [] : [text.answers(answers)]),
    ...(status === 'open' && closesOn ? [text.untilDay(closesOn)] : []),
  ].join(' · ')
}

/** What there is to be done next with a survey, in a sentence. */
export function nextStep(survey: Survey): string {
  const { status, answers, kind } = survey
  if (status === 'draft') return answers ? text.next.closed : text.next.draft
  if (isClosed(survey)) return text.next.closed
  if (kind === 'staff') return text.next.staff
  return answers ? text.next.collecting : text.next.waiting
}
