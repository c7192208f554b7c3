import type { Database } from './database.ts'
import { act, type Request, type Store } from './dynalite.ts'
import { DynamoError } from './dynamo-error.ts'
import { checkFields, checkMeaning, fieldsOf } from './requests.ts'
import { cancelled, consumed, demandDistinctItems, listOf, partsOf, type Reason, reasonFor } from './transactions.ts'

const fields = {
  ReturnConsumedCapacity: { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] },
  TransactItems: listOf('TransactGetItem', {
    Get: fieldsOf('getItem', ['TableName', 'Key', 'ProjectionExpression', 'ExpressionAttributeNames']),
  }),
}

/**
 * TransactGetItems: the items as they are between two writes, in the order asked for; `{}` for one that is not there.
 *
 * @throws TransactionCanceledException with `CancellationReasons`, one per item and in their order.
 */
export async function transactGet(database: Database, raw: Request): Promise<Request> {
  const request = checkFields(raw, fields, database.store)
  const gets = (request.TransactItems as Request[]).map((entry) => readGet(entry, request, database.store))
  return database.alone(async () => {
    await demandDistinctItems(database.store, gets)
    const results: Request[] = []
    const reasons: Reason[] = []
    for (const get of gets) {
      const outcome = act('getItem', database.store, get).then((result) => void results.push(result))
      reasons.push(await outcome.then(() => ({ Code: 'None' }), reasonFor))
    }
    if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons)
    const Responses = results.map(({ Item }) => (Item ? { Item } : {}))
    return { Responses, ...consumed(results, 'ReadCapacityUnits', request) }
  })
}

function readGet({ Get }: Request, whole: Request, store: Store): Request {
  if (!Get) throw new DynamoError('ValidationException', 'TransactItems can only contain Get')
  checkMeaning('getItem', Get as Request, store)
  return { ...(Get as Request), ConsistentRead: true, ReturnConsumedCapacity: partsOf(whole) }
}
