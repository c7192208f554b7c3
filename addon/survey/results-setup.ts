import { isoDay } from '../../core/calendar/iso-day.ts'
import type { Question } from '../../core/survey/question.ts'
import { textIn } from '../../core/survey/texts.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { today } from '../sheet/now.ts'
import { userLanguage } from '../user-language.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** A question of which there are figures, or comments: what formulas call it, and its dimension where it has one. */
export type ResultQuestion = Pick<Question, 'id' | 'type' | 'points'> & { name: string; title: string }

/** What the results of a survey begin with. */
export type ResultsSetup = {
  title: string
  kind: 'customers' | 'staff'
  /** The question by whose answers a survey of staff is cut, in words; '' where there is none. */
  group: string
  questions: ResultQuestion[]
  /** In the spreadsheet's time zone. */
  today: string
}

type Reply = { title: Texts; kind: ResultsSetup['kind']; questions: Question[]; staffGroup?: string | null }

/** @throws InputError `notConnected`, `backendAway`. */
export function resultsSetup(surveyId: string): ResultsSetup {
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/surveys/${surveyId}`
  const { title, kind, questions, staffGroup } = callApi<Reply>({ method: 'get', path })
  const language = userLanguage()
  const group = questions.find(({ id }) => id === staffGroup)
  return {
    title: textIn(title, language),
    kind,
    group: group ? textIn(group.dimension ?? group.title, language) : '',
    questions: questions.map(({ id, type, points, title, dimension }, at) => ({
      // A number is a place to formulas, whatever id looks like one.
      ...{
        id: Number.isNaN(Number(id)) ? id : String(at + 1),
        type,
        title: textIn(title, language),
        name: textIn(dimension ?? title, language),
      },
      ...(points && { points }),
    })),
    today: isoDay(today()),
  }
}
