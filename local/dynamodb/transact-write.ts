import type { Database } from './database.ts'
import type { Request, Store } from './dynalite.ts'
import { DynamoError } from './dynamo-error.ts'
import { digestOf, rememberToken, wasDone } from './request-tokens.ts'
import { checkFields, checkMeaning, fieldsOf, onFailure } from './requests.ts'
import { cancelled, consumed, demandDistinctItems, listOf, partsOf, type Reason, reasonFor } from './transactions.ts'
import { write } from './write.ts'

const MAX_BYTES = 4 * 1024 * 1024

const condition = ['ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues']
const operations = { Put: 'putItem', Update: 'updateItem', Delete: 'deleteItem', ConditionCheck: 'conditionCheck' }
type Kind = keyof typeof operations
type Action = { operation: string; request: Request }

const fields = {
  ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
  ReturnConsumedCapacity: { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] },
  TransactItems: listOf('TransactWriteItem', {
    ConditionCheck: {
      ...fieldsOf('deleteItem', ['TableName', 'Key', ...condition]),
      ...onFailure,
      ConditionExpression: { type: 'String', notNull: true },
    },
    Put: { ...fieldsOf('putItem', ['TableName', 'Item', ...condition]), ...onFailure },
    Delete: { ...fieldsOf('deleteItem', ['TableName', 'Key', ...condition]), ...onFailure },
    Update: {
      ...fieldsOf('updateItem', ['TableName', 'Key', ...condition]),
      ...onFailure,
      UpdateExpression: { type: 'String', notNull: true },
    },
  }),
}

/**
 * TransactWriteItems: every action, or none and the reason for each.
 *
 * A token's second request with the same actions within ten minutes changes nothing and succeeds.
 *
 * @throws TransactionCanceledException with `CancellationReasons`, one per action and in their order.
 */
export async function transactWrite(database: Database, raw: Request): Promise<Request> {
  const digest = digestOf(raw.TransactItems)
  const request = checkFields(raw, fields, database.store)
  const actions = (request.TransactItems as Request[]).map((entry) => readAction(entry, request, database.store))
  const token = request.ClientRequestToken as string | undefined
  return database.write(async (stage) => {
    if (token && wasDone(database, token, digest)) return {}
    await demandDistinctItems(
      stage.store,
      actions.map(({ request }) => request),
    )
    const results: Request[] = []
    const reasons: Reason[] = []
    for (const { operation, request } of actions) {
      const outcome = write(operation, stage.store, request).then((result) => void results.push(result))
      reasons.push(await outcome.then(() => ({ Code: 'None' }), reasonFor))
    }
    if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons)
    if (stage.itemBytes() > MAX_BYTES) {
      throw new DynamoError('ValidationException', 'Items in the transaction exceed the maximum of 4 MB')
    }
    if (token) rememberToken(stage, token, digest, database.now())
    return consumed(results, 'WriteCapacityUnits', request)
  })
}

function readAction(entry: Request, whole: Request, store: Store): Action {
  const [kind, ...others] = Object.keys(entry) as Kind[]
  if (!kind || others.length) {
    throw new DynamoError('ValidationException', 'TransactItems can only contain one of Check, Put, Update or Delete')
  }
  const operation = operations[kind]
  const request = entry[kind] as Request
  checkMeaning(operation === 'conditionCheck' ? 'deleteItem' : operation, request, store)
  return { operation, request: { ReturnConsumedCapacity: partsOf(whole), ...request } }
}
