import { type Capacity, sum } from './capacity.ts'
import { db, type Fields, findTable, type Item, type Request, type Store } from './dynalite.ts'
import { DynamoError, errorBody, errorType } from './dynamo-error.ts'

const EMPTY_KEY = /cannot contain an empty/

/** Why one action of a cancelled transaction failed; `None` if it did not. */
export type Reason = { Code: string; Message?: unknown; Item?: unknown }

/** The field `TransactItems`: up to 100 entries, each with one of `kinds`. */
export function listOf(name: string, kinds: Record<string, Fields>): Fields {
  const entries = Object.entries(kinds)
  return {
    type: 'List',
    notNull: true,
    lengthGreaterThanOrEqual: 1,
    lengthLessThanOrEqual: 100,
    children: {
      type: `ValueStruct<${name}>`,
      children: Object.fromEntries(
        entries.map(([kind, children]) => [kind, { type: `FieldStruct<${kind}>`, children }]),
      ),
    },
  }
}

/**
 * Refuses what concerns the request as a whole: a table that is not there, a key with an empty value, an item named
 * twice. Other bad keys are left for the action that has them.
 */
export async function demandDistinctItems(store: Store, requests: Request[]): Promise<void> {
  const seen = new Set<string>()
  for (const { TableName, Key, Item } of requests) {
    const table = await findTable(store, TableName as string)
    const failure = Key ? db.validateKey(Key as Item, table) : db.validateItem(Item as Item, table)
    if (failure && EMPTY_KEY.test(failure.message)) throw failure
    if (failure) continue
    const key = `${TableName}~${db.createKey((Key ?? Item) as Item, table)}`
    if (seen.has(key)) {
      const message = 'Transaction request cannot include multiple operations on one item'
      throw new DynamoError('ValidationException', message)
    }
    seen.add(key)
  }
}

/** @throws The error itself, if it does not concern one action only. */
export function reasonFor(error: unknown): Reason {
  const { message: Message, Item } = errorBody(error) ?? {}
  const type = errorType(error)
  if (type === 'ValidationException' && !EMPTY_KEY.test(String(Message))) return { Code: 'ValidationError', Message }
  if (type !== 'ConditionalCheckFailedException') throw error
  return { Code: 'ConditionalCheckFailed', Message, ...(Item ? { Item } : {}) }
}

export function cancelled(reasons: Reason[]): DynamoError {
  const codes = reasons.map(({ Code }) => Code).join(', ')
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  return new DynamoError('TransactionCanceledException', message, { CancellationReasons: reasons })
}

/** What each action of a transaction is asked to tell of its cost: table and indexes apart, for `consumed`. */
export function partsOf({ ReturnConsumedCapacity }: Request): unknown {
  return ReturnConsumedCapacity === 'TOTAL' ? 'INDEXES' : ReturnConsumedCapacity
}

/**
 * The answer's `ConsumedCapacity`, one entry per table, if the request wants it: in a transaction the table's costs
 * double, those of its indexes do not.
 *
 * @see https://github.com/nubo-db/dynoxide/pull/188, measured on AWS
 */
export function consumed(
  results: Request[],
  units: 'ReadCapacityUnits' | 'WriteCapacityUnits',
  { ReturnConsumedCapacity }: Request,
): Request {
  const totals = new Map<unknown, Capacity>()
  for (const { ConsumedCapacity } of results) {
    if (!ConsumedCapacity) continue
    const cost = ConsumedCapacity as Capacity
    const Table = cost.Table as Capacity
    const again = { CapacityUnits: Table.CapacityUnits, Table }
    totals.set(cost.TableName, [cost, again].reduce(sum, totals.get(cost.TableName) ?? {}))
  }
  if (totals.size === 0) return {}
  const told = [...totals.values()].map((total) => named(total, units))
  const whole = ({ TableName, CapacityUnits, [units]: same }: Capacity) => ({ TableName, CapacityUnits, [units]: same })
  return { ConsumedCapacity: ReturnConsumedCapacity === 'INDEXES' ? told : told.map(whole) }
}

/** Transactions tell the units of every part under the name of their kind, too. */
function named(capacity: Capacity, units: string): Capacity {
  const parts = Object.entries(capacity).map(([part, value]) => [
    part,
    typeof value === 'object' ? named(value, units) : value,
  ])
  const { CapacityUnits } = capacity
  return { ...Object.fromEntries(parts), ...(CapacityUnits === undefined ? {} : { [units]: CapacityUnits }) }
}
