import { zonedDay } from '../../core/calendar/zoned-time.ts'
import type { ErrorCode } from '../../core/input-error.ts'
import { InputError } from '../../core/input-error.ts'
import { answerIdOf } from '../store/answer.ts'
import { importAnswers } from '../store/answer-import.ts'
import type { Survey } from '../store/survey.ts'
import type { Table } from '../store/table.ts'
import type { WorkspaceKey } from '../store/workspace-key.ts'
import { answersToStore } from './answers-to-store.ts'
import { readRow } from './read-row.ts'

/**
 * What became of a row, in a form that can be kept with its operation and told later in any language. How the row is
 * called says whoever sends it, again with every repeat.
 */
export type ImportedRow = {
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
  const today = zonedDay(now.getTime(), timeZone)
  const read = rows.map((row) => readRow(row, survey, timeZone, today))
  const sent = read.flatMap((row) => ('sent' in row ? [row.sent] : []))
  const answers = await answersToStore(table, workspace, sent, operation)
  const outcomes = (await importAnswers(table, workspace, survey, answers)).values()
  return read.map((row) => {
    if ('error' in row) return rejected(row.error)
    const status = outcomes.next().value!
    if (status === 'conflict') return rejected(new InputError('rowConflict', undefined))
    return { status, answerId: answerIdOf(row.sent) }
  })
}

function rejected({ code, details }: InputError): ImportedRow {
  const kept = Object.entries(details ?? {}).map(([name, value]) => [name, shortened(value)])
  return { status: 'rejected', error: { code, details: Object.fromEntries(kept) } }
}

/** So much of a text that a row holds is told again, so that what is kept of an import does not grow with it. */
const TOLD_LENGTH = 100

function shortened(value: unknown): unknown {
  return typeof value === 'string' && value.length > TOLD_LENGTH ? `${value.slice(0, TOLD_LENGTH)}…` : value
}
