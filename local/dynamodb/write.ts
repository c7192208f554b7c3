import { countIndexWrites } from './capacity.ts'
import { act, db, findTable, type Item, type Request, type Store } from './dynalite.ts'
import { DynamoError, errorBody, errorType } from './dynamo-error.ts'

/**
 * Runs one writing operation; a condition that fails tells the item if `ReturnValuesOnConditionCheckFailure` asks.
 *
 * @param store A stage's: the write is only held.
 */
export async function write(operation: string, store: Store, request: Request): Promise<Request> {
  try {
    if (operation === 'conditionCheck') return await checkCondition(store, request)
    const reply = await acted(operation, store, request)
    return trimmed({ ...reply, ...(await collectionMetrics(store, request)) })
  } catch (error) {
    if (errorType(error) !== 'ConditionalCheckFailedException') throw error
    if (request.ReturnValuesOnConditionCheckFailure !== 'ALL_OLD') throw error
    const item = await findItem(store, request)
    throw new DynamoError('ConditionalCheckFailedException', String(errorBody(error)?.message), item && { Item: item })
  }
}

async function acted(operation: string, store: Store, request: Request): Promise<Request> {
  const { ReturnConsumedCapacity: told = 'NONE' } = request
  if (told === 'NONE') return act(operation, store, request)
  const counted = countIndexWrites(store)
  return counted.added(await act(operation, counted.store, request))
}

/** AWS leaves out the attributes of an update that has none to tell. */
function trimmed(reply: Request): Request {
  const { Attributes, ...rest } = reply
  return Attributes && !Object.keys(Attributes).length ? rest : reply
}

/** All items of one partition key, where a table has local indexes: never more than a gigabyte here. */
async function collectionMetrics(store: Store, request: Request): Promise<Request> {
  if (request.ReturnItemCollectionMetrics !== 'SIZE' || typeof request.TableName !== 'string') return {}
  const { KeySchema, LocalSecondaryIndexes } = await findTable(store, request.TableName)
  const partition = KeySchema[0]?.AttributeName as string
  const value = ((request.Key ?? request.Item) as Item)[partition]
  if (!LocalSecondaryIndexes) return {}
  return { ItemCollectionMetrics: { ItemCollectionKey: { [partition]: value }, SizeEstimateRangeGB: [0, 1] } }
}

async function checkCondition(store: Store, request: Request): Promise<Request> {
  const table = await findTable(store, request.TableName as string)
  const badKey = db.validateKey(request.Key as Item, table)
  if (badKey) throw badKey
  const item = await findItem(store, request)
  const failure = db.checkConditional(request, item)
  if (failure) throw failure
  return { ConsumedCapacity: db.addConsumedCapacity(request, false, item) }
}

/** The item that a request's `Key`, or its `Item`'s key, names. */
async function findItem(store: Store, request: Request): Promise<Item | undefined> {
  const name = request.TableName as string
  const key = db.createKey((request.Key ?? request.Item) as Item, await findTable(store, name))
  return new Promise((resolve, reject) => {
    store.getItemDb(name).get(key, (error, item) => (error ? reject(error) : resolve(item as Item | undefined)))
  })
}
