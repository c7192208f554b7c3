import type { Database } from './database.ts'
import { act, type Request, type Table } from './dynalite.ts'
import { DynamoError, errorBody } from './dynamo-error.ts'
import { checkRequest, onFailure } from './requests.ts'
import { describeTimeToLive, forgetLifetime, updateTimeToLive } from './time-to-live.ts'
import { transactGet } from './transact-get.ts'
import { transactWrite } from './transact-write.ts'
import { updateIndexes } from './update-indexes.ts'
import { reworded } from './wording.ts'
import { write } from './write.ts'

type Operation = (database: Database, request: Request) => Promise<Request>

const operations: Record<string, Operation> = {
  BatchGetItem: reading('batchGetItem'),
  BatchWriteItem: writing('batchWriteItem'),
  CreateTable: changingTable('createTable'),
  DeleteItem: writing('deleteItem'),
  DeleteTable: deleteTable,
  DescribeTable: reading('describeTable'),
  DescribeTimeToLive: describeTimeToLive,
  GetItem: reading('getItem'),
  ListTables: reading('listTables'),
  ListTagsOfResource: reading('listTagsOfResource'),
  PutItem: writing('putItem'),
  Query: reading('query'),
  Scan: reading('scan'),
  TagResource: changingTable('tagResource'),
  TransactGetItems: transactGet,
  TransactWriteItems: transactWrite,
  UntagResource: changingTable('untagResource'),
  UpdateItem: writing('updateItem'),
  UpdateTable: updateTable,
  UpdateTimeToLive: updateTimeToLive,
}

/**
 * Performs one operation of DynamoDB's.
 *
 * @param name As in `X-Amz-Target`, `PutItem` for instance.
 * @param request The body of the request.
 * @returns The body of the reply.
 * @throws DynamoError, or one of dynalite's of the same shape.
 */
export async function perform(database: Database, name: string, request: Request): Promise<Request> {
  const operation = Object.hasOwn(operations, name) && operations[name]
  if (!operation) throw new DynamoError('UnknownOperationException', `The local engine does not know ${name}`)
  return operation(database, request).catch((error) => {
    const body = errorBody(error)
    if (typeof body?.message === 'string') body.message = reworded(body.message)
    throw error
  })
}

function reading(operation: string): Operation {
  return async ({ store }, raw) => act(operation, store, checkRequest(operation, raw, store))
}

function writing(operation: string): Operation {
  const more = operation === 'batchWriteItem' ? {} : onFailure
  return async (database, raw) => {
    const request = checkRequest(operation, raw, database.store, more)
    return database.write((stage) => write(operation, stage.store, request))
  }
}

/** The reply tells the state that AWS would be in (`CREATING`), but comes when the change is complete. */
function changingTable(operation: string): Operation {
  return async (database, raw) => {
    const request = checkRequest(operation, raw, database.store)
    return database.alone(async () => {
      const reply = structuredClone(await act(operation, database.store, request))
      await settled(database, request.TableName as string)
      return reply
    })
  }
}

async function updateTable(database: Database, raw: Request): Promise<Request> {
  return (await updateIndexes(database, raw)) ?? changingTable('updateTable')(database, raw)
}

async function deleteTable(database: Database, raw: Request): Promise<Request> {
  const reply = await changingTable('deleteTable')(database, raw)
  const { TableName } = reply.TableDescription as Table
  await forgetLifetime(database, TableName)
  return reply
}

/** dynalite completes changes of tables a moment later. */
async function settled({ store }: Database, table: string): Promise<void> {
  const states = (found: unknown) => {
    const { TableStatus, GlobalSecondaryIndexes = [] } = found as Table
    return [TableStatus, ...GlobalSecondaryIndexes.map((index) => (index as { IndexStatus?: string }).IndexStatus)]
  }
  for (;;) {
    const found = await store.db.get(`table~${table}`)
    if (!found || states(found).every((state) => state === undefined || state === 'ACTIVE')) return
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
