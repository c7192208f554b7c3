import type { KeptSurvey } from '../../core/survey/draft/draft-survey.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** What would go in the coming night: answers given before a day, and when that begins. */
export type RetentionEffect = { at: string; before: string; answers: number }

/** What keeping a survey's answers for so many months would delete first. */
export function retentionEffect(surveyId: string, months: number): RetentionEffect {
  return callApi({ method: 'get', path: `${path(surveyId)}?months=${months}` })
}

/** Keeps a survey's answers for so many months; null keeps them until they are deleted. */
export function setRetention(surveyId: string, months: number | null, operationId: string): KeptSurvey {
  return callApi({ method: 'post', path: path(surveyId), body: { months }, operationId })
}

function path(surveyId: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}/retention`
}
