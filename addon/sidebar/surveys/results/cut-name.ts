import type { ResultCut } from '../../../survey/results.ts'
import { messages } from '../../kit/language.ts'

const text = messages.surveyResults

/** What a breakdown is called. @param group The question by whose answers a survey of staff is cut; '' where there is none. */
export function cutName(by: ResultCut, group: string): string {
  return (by === 'segment' && group) || text.cuts[by]
}

/** The heading of the breakdown's values: of weeks, their first days. */
export function cutHeading(by: ResultCut, group: string): string {
  return by === 'week' ? text.weekOf : cutName(by, group)
}
