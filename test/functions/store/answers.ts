import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { type Answer, newAnswerWrite } from '../../../functions/store/answer.ts'
import type { Survey } from '../../../functions/store/survey.ts'
import type { Table } from '../../../functions/store/table.ts'
import { transact } from '../../../functions/store/table.ts'
import { WorkspaceKey } from '../../../functions/store/workspace-key.ts'

export const workspace = WorkspaceKey.ofScanned('W#ws')

const questions: Survey['questions'] = [
  { id: 'nps', type: 'nps', title: 'Recommend?', required: true },
  { id: 'why', type: 'text', title: 'Why?', required: false },
]

/** A survey as it is kept, in one bucket. */
export function surveyOf(change: Partial<Survey> = {}): Survey {
  return {
    ...{ id: 'survey', title: 'Spring', formerTitles: [], status: 'open', kind: 'customers', questions, earlier: [] },
    ...{ former: {}, version: 1, revision: 1, buckets: 1, createdAt: '2026-03-01T08:00:00.000Z', ...change },
  }
}

/** An answer as it is kept, of nobody known. */
export function answerOf(change: Partial<Answer> = {}): Answer {
  return {
    ...{ day: '2026-03-10', id: 'one', revision: 1, answers: { nps: 9 }, channel: 'link', digest: 'sent' },
    ...{ answeredAt: '2026-03-10T08:00:00.000Z', version: 1, deleted: false, ...change },
  }
}

/** Puts answers as they are, without telling their day. */
export async function putAnswers(table: Table, survey: Survey, answers: Answer[]): Promise<void> {
  for (let i = 0; i < answers.length; i += 100)
    await transact(
      table,
      answers.slice(i, i + 100).map((answer) => newAnswerWrite(workspace, survey, answer)),
    )
}

/** What lies at a key. */
export async function itemAt(
  { db, table }: Table,
  pk: string,
  sk: string,
): Promise<Record<string, unknown> | undefined> {
  return (await db.send(new GetCommand({ TableName: table, Key: { pk, sk } }))).Item
}
