import { CreateTableCommand, type TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { documentClient } from '../../../local/dynamodb/client.ts'
import { type Engine, openEngine } from '../../../local/dynamodb/engine.ts'

export type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>

/** An engine that keeps nothing, with one empty table `app`: keys `pk`, `sk`; index `byGroup` on `group`, `rank`. */
export async function engineWithTable(now?: () => number): Promise<{ engine: Engine; client: DynamoDBDocumentClient }> {
  const engine = await openEngine({ dir: ':memory:', ...(now && { now }) })
  const client = documentClient({ engine })
  await createTable(client)
  return { engine, client }
}

export async function createTable(client: DynamoDBDocumentClient): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: 'app',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'group', 'rank'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'byGroup', KeySchema: keys('group', 'rank'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  )
}

/** The error that a transaction is cancelled with. */
export async function cancellation(
  client: DynamoDBDocumentClient,
  actions: Actions,
): Promise<TransactionCanceledException> {
  const outcome = await client.send(new TransactWriteCommand({ TransactItems: actions })).catch((error) => error)
  if (outcome.name !== 'TransactionCanceledException') throw outcome
  return outcome
}

export function keys(hash: string, range: string) {
  return [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ]
}
