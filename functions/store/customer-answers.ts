import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { parse } from 'valibot'
import type { Answer } from './answer.ts'
import { answerSchema } from './answer.ts'
import { customerHistory } from './customer-history.ts'
import type { Table } from './table.ts'
import type { WorkspaceKey } from './workspace-key.ts'

const PAGE = 10

/** A customer's answers to all surveys, the latest day first. One given within the last second may not be there yet. */
export async function* customerAnswers(
  { db, table }: Table,
  workspace: WorkspaceKey,
  customerId: string,
): AsyncGenerator<Answer & { surveyId: string }> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': customerHistory(workspace, customerId) },
        ScanIndexForward: false,
        Limit: PAGE,
        ExclusiveStartKey: start,
      }),
    )
    for (const item of page.Items ?? []) {
      const [, surveyId = ''] = String(item.gsi1sk).split('#')
      yield { ...parse(answerSchema, item), surveyId }
    }
    start = page.LastEvaluatedKey
  } while (start)
}
