import type { Survey } from '../store/survey.ts'
import { findSurvey } from '../store/survey.ts'
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
