import type { ErrorCode } from '../../core/input-error.ts'
import { InputError } from '../../core/input-error.ts'
import { answerIdOf } from '../store/answer.ts'
import { importAnswers } from '../store/answer-import.ts'
import type { Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { answersToStore } from './answers-to-store.ts'
import { readRow } from './read-row.ts'

/** What became of a row, in a form that can be kept and told later in any language. */
export type ImportedRow = {
  id: string
  status: 'accepted' | 'duplicate' | 'rejected'
  answerId?: string
  error?: { code: ErrorCode; details: unknown }
}

/**
 * Stores rows of answers, each exactly once however often they are sent.
 *
 * @param operation The client's operation id: a repeat after a crash reports what its first try stored as accepted.
 * @returns What became of each row, in order.
 */
export async function importedRows(
  table: Table,
  workspace: WorkspaceKey,
  survey: Survey,
  rows: unknown[],
  { timeZone, now, operation }: { timeZone: string; now: Date; operation: string },
): Promise<ImportedRow[]> {
  const read = rows.map((row) => readRow(row, survey, timeZone, now))
  const sent = read.flatMap((row) => ('sent' in row ? [row.sent] : []))
  const answers = await answersToStore(table, workspace, sent, operation)
  const outcomes = (await importAnswers(table, workspace, survey, answers)).values()
  return read.map((row) => {
    if ('error' in row) return rejected(row.rowId, row.error)
    const status = outcomes.next().value!
    if (status === 'conflict') return rejected(row.rowId, new InputError('rowConflict', undefined))
    return { id: row.rowId, status, answerId: answerIdOf(row.sent) }
  })
}

function rejected(id: string, { code, details }: InputError): ImportedRow {
  return { id, status: 'rejected', error: { code, details } }
}
