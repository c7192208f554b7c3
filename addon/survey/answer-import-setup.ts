import { isoDay } from '../../core/calendar/iso-day.ts'
import type { Column } from '../../core/customer-file/customer-table.ts'
import { customerKeys } from '../../core/survey/answer-import/answer-plan.ts'
import type { Question } from '../../core/survey/question.ts'
import { localTime } from '../sheet/local-time.ts'
import { today } from '../sheet/now.ts'
import { findHeader, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { type KeptImport, keptImports } from './kept-answer-import.ts'

/** A tab that answers can be imported from; `id` is its own, and `rows` are those under its header. */
export type AnswerTab = { id: number; name: string; header: string[]; rows: number; kept: KeptImport | null }

/** What the import of answers begins with. */
export type AnswerImportSetup = {
  questions: Question[]
  tabs: AnswerTab[]
  /** The columns by which the customer file tells customers apart; null where there is none. */
  customers: { columns: Column[] } | null
  /** The last day that an answer may have. */
  today: string
}

/** The survey's questions, the tabs with what they remember, and where the customer file is. */
export function answerImportSetup(surveyId: string): AnswerImportSetup {
  const { workspaceId } = requiredConnection()
  const path = `/v1/workspaces/${workspaceId}/surveys/${surveyId}`
  const { questions } = callApi<{ questions: Question[] }>({ method: 'get', path })
  const customers = findHeader('customers')
  const kept = keptImports(surveyId)
  const tabs = visibleHeaders().filter(({ name, header }) => name !== customers?.name && header.some(Boolean))
  return {
    questions,
    tabs: tabs.map(({ sheet, name, header }) => {
      const id = sheet.getSheetId()
      return { id, name, header, rows: Math.max(0, sheet.getLastRow() - 1), kept: inLocalTime(kept.get(id)) }
    }),
    customers: customers
      ? {
          columns: customerKeys.flatMap((key) =>
            customers.at[key] === undefined ? [] : [{ key, type: 'text' as const }],
          ),
        }
      : null,
    today: isoDay(today()),
  }
}

function inLocalTime(kept: KeptImport | undefined): KeptImport | null {
  return kept ? { ...kept, open: kept.open && { ...kept.open, at: localTime(kept.open.at) } } : null
}
