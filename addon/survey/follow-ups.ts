import type { Question } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { customerNames } from '../tiering/customer-names.ts'
import { userLanguage } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

type State = 'open' | 'done'

/** A low answer that somebody has to follow up. No customer, name or complaint number is ''. */
export type ShownFollowUp = {
  followUpId: string
  survey: string
  question: string
  score: number
  day: string
  customerId: string
  name: string
  state: State
  number: string
}
/** Some of them, the latest first; `next` is what to ask for more with, '' after the last. */
export type FollowUpPage = { followUps: ShownFollowUp[]; next: string }

type Told = { followUpId: string; surveyId: string; question: string; score: number; day: string; state: State } & {
  customerId?: string
  number?: string
}
type Asked = { surveyId: string; title: Texts; questions: Question[]; earlier: Question[] }

/** Low answers that somebody has to follow up, the latest first. @param after The `next` of the page before; '' for the first. */
export function listFollowUps(after: string): FollowUpPage {
  const workspace = `/v1/workspaces/${requiredConnection().workspaceId}`
  const query = after ? `?after=${encodeURIComponent(after)}` : ''
  const { followUps, next = '' } = callApi<{ followUps: Told[]; next?: string }>({
    method: 'get',
    path: `${workspace}/follow-ups${query}`,
  })
  if (followUps.length === 0) return { followUps: [], next }
  const { surveys } = callApi<{ surveys: Asked[] }>({ method: 'get', path: `${workspace}/surveys` })
  const names = customerNames()
  const inLanguage = (texts: Texts | undefined) => (texts ? textIn(texts, userLanguage()) : '')
  const shown = followUps.map(({ followUpId, surveyId, question, score, day, state, customerId = '', number = '' }) => {
    const survey = surveys.find((each) => each.surveyId === surveyId)
    const asked = [...(survey?.questions ?? []), ...(survey?.earlier ?? [])].find(({ id }) => id === question)
    const told = { followUpId, score, day, state, customerId, number, name: names.get(customerId)?.name ?? '' }
    return { ...told, survey: inLanguage(survey?.title), question: inLanguage(asked?.dimension ?? asked?.title) }
  })
  return { followUps: shown, next }
}

/** Says that a low answer was followed up, or that it has still to be. */
export function setFollowUp(followUpId: string, state: State, operationId: string): void {
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/follow-ups`
  callApi({ method: 'post', path, body: { followUpId, state }, operationId })
}
