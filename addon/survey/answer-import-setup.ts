import { isoDay } from '../../core/calendar/iso-day.ts'
import type { KeptPlan } from '../../core/survey/answer-import/answer-plan.ts'
import type { Question } from '../../core/survey/question.ts'
import { today } from '../sheet/now.ts'
import { type ImportTab, type ImportTabs, importTabs } from '../tab-import/import-tabs.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

export type AnswerTab = ImportTab<KeptPlan>

/** What the import of answers begins with. */
export type AnswerImportSetup = ImportTabs<KeptPlan> & {
  questions: Question[]
  /** The last day that an answer may have. */
  today: string
}

/** The survey's questions, the tabs with what they remember, and where the customer file is. */
export function answerImportSetup(surveyId: string): AnswerImportSetup {
  const { workspaceId } = requiredConnection()
  const path = `/v1/workspaces/${workspaceId}/surveys/${surveyId}`
  const { questions } = callApi<{ questions: Question[] }>({ method: 'get', path })
  return { questions, ...importTabs<KeptPlan>(surveyId), today: isoDay(today()) }
}
