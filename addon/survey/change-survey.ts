import { isoDay } from '../../core/calendar/iso-day.ts'
import type { Language } from '../../core/messages/messages.ts'
import type { SurveyParts } from '../../core/survey/draft/draft-parts.ts'
import type { KeptDraft, KeptSurvey } from '../../core/survey/draft/draft-survey.ts'
import { Refusal } from '../refusal.ts'
import { today } from '../sheet/now.ts'
import { callApi, callApiAtOnce } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { askMemberships, type Memberships, roleAmong } from '../workspace/own-role.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'

/**
 * What the builder begins with; `draft` is what the person typed before and did not save, `mayRetain` whether they may set
 * for how long answers are kept.
 */
export type SurveyToEdit = {
  survey: KeptSurvey & { answers?: number }
  draft: KeptDraft | null
  today: string
  mayRetain: boolean
}

/** A survey as it is after a change; where somebody else changed it meanwhile, `stale` is how it is now. */
export type SavedSurvey = { saved: KeptSurvey } | { stale: KeptSurvey }

/** One survey with all that can be changed of it. */
export function surveyToEdit(surveyId: string): SurveyToEdit {
  const [survey, memberships] = callApiAtOnce<[SurveyToEdit['survey'], Memberships]>([
    { method: 'get', path: `${path(surveyId)}?counts=1` },
    askMemberships,
  ])
  const mayRetain = roleAmong(memberships) === 'admin'
  return { survey, draft: keptDraft(surveyId), today: isoDay(today()), mayRetain }
}

/**
 * Changes some parts of a survey, and forgets the draft that they were typed in.
 *
 * @param revision Of the survey that was changed; null for whatever is the latest.
 */
export function saveSurvey(
  surveyId: string,
  parts: Partial<SurveyParts> & { status?: 'closed' },
  revision: number | null,
  operationId: string,
): SavedSurvey {
  const body = revision === null ? parts : { ...parts, revision }
  try {
    const saved = callApi<KeptSurvey>({ method: 'patch', path: path(surveyId), body, operationId })
    if (revision !== null) keepDraft(surveyId, null)
    return { saved }
  } catch (error) {
    if (!(error instanceof Refusal) || revision === null) throw error
    const now = callApi<KeptSurvey>({ method: 'get', path: path(surveyId) })
    if (now.revision === revision) throw error
    return { stale: now }
  }
}

/** The page that questions would have, as HTML. */
export function previewSurvey(asked: Pick<SurveyParts, 'title' | 'questions'> & { language: Language }): string {
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/survey-preview`
  return callApi<{ html: string }>({ method: 'post', path, body: asked }).html
}

function path(surveyId: string): string {
  return `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}`
}
