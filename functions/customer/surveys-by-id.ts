import type { Question } from '../../core/survey/question.ts'
import type { Answer } from '../store/answer.ts'
import { findSurvey, knownQuestions, type Survey, versionQuestions } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'

/** Surveys by id, each read once. */
export function surveysById(table: Table, workspace: WorkspaceKey): (id: string) => Promise<Survey | undefined> {
  const read = new Map<string, Promise<Survey | undefined>>()
  return (id) => {
    const survey = read.get(id) ?? findSurvey(table, workspace, id)
    read.set(id, survey)
    return survey
  }
}

/**
 * The questions that an answer was given to, as they were asked then; behind them those of other versions, since a
 * correction keeps what its page did not show. Each version is read once.
 */
export function questionsAsAnswered(table: Table, workspace: WorkspaceKey) {
  const read = new Map<string, Promise<Question[]>>()
  return async (survey: Survey, { version }: Pick<Answer, 'version'>): Promise<Question[]> => {
    const key = `${survey.id} ${version}`
    const asked = read.get(key) ?? versionQuestions(table, workspace, survey, version)
    read.set(key, asked)
    const then = await asked
    const others = knownQuestions(survey).filter(({ id }) => !then.some((question) => question.id === id))
    return [...then, ...others]
  }
}
