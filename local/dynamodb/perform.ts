import { changingTable, deleteTable, type Operation, updateTable } from './change-table.ts'
import type { Database } from './database.ts'
import { act, type Request } from './dynalite.ts'
import { DynamoError, errorBody } from './dynamo-error.ts'
import { checkRequest, onFailure } from './requests.ts'
import { describeTimeToLive, updateTimeToLive } from './time-to-live.ts'
import { transactGet } from './transact-get.ts'
import { transactWrite } from './transact-write.ts'
import { reworded } from './wording.ts'
import { write } from './write.ts'

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
