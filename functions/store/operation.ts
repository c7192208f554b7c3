import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { nullable, object, string, unknown } from 'valibot'
import { InputError } from '../../core/input-error.ts'
import { type Told, transactTold } from './audit-trail.ts'
import type { Refused, Table, Write } from './table.ts'
import { findItem, transact } from './table.ts'
import type { Partition } from './workspace-key.ts'

/**
 * A write that is done once: its id, and a digest of what is asked. Clients choose the ids of theirs; those that are made
 * here hold a `#`, which no client's may.
 */
export type Operation = { id: string; digest: string }

/** What an operation does: writes that happen together with its record, and the answer to keep. */
export type Effect<R> = {
  writes: Write[]
  result: R
  /** What the audit trail tells of it, in the same transaction. */
  told?: Told | undefined
  /** What to say when the condition of a write did not hold; a stale version where absent. */
  refused?: (reasons: Refused[]) => Error
}

const operationSchema = object({ digest: string(), result: nullable(unknown()) })

/**
 * Does an operation exactly once, at any distance in time, and gives its first answer ever after.
 *
 * @param pk Where the operation is recorded, as `OP#id`: the workspace, or the thing it changes.
 * @throws InputError `operationReused` for another payload under the same id, `stale`.
 */
export async function once<R>(
  table: Table,
  pk: Partition,
  operation: Operation,
  effect: () => Promise<Effect<R>>,
): Promise<R> {
  const before = await findResult<R>(table, pk, operation)
  if (before) return before.result
  try {
    return await done(table, pk, operation, await effect())
  } catch (error) {
    // What is refused may be so because the same request, sent twice, was done at that moment.
    const meanwhile = error instanceof InputError && (await findResult<R>(table, pk, operation))
    if (!meanwhile) throw error
    return meanwhile.result
  }
}

async function done<R>(
  table: Table,
  pk: Partition,
  operation: Operation,
  { writes, result, told, refused }: Effect<R>,
): Promise<R> {
  const record = operationWrite(pk, operation, result)
  const all = [record, ...writes]
  const alone = () => (writes.length > 0 ? transact(table, all) : putAlone(table, record))
  const reasons = told ? await transactTold(table, all, told) : await alone()
  if (!reasons) return result
  throw refused?.(reasons.slice(1)) ?? new InputError('stale', undefined)
}

/** Puts what has nothing to be written with it, for half of what a transaction costs: an import's record has kilobytes. */
async function putAlone({ db, table }: Table, { Put }: Pick<Write, 'Put'>): Promise<Refused[] | undefined> {
  try {
    await db.send(new PutCommand({ TableName: table, ...Put! }))
    return undefined
  } catch (error) {
    if ((error as { name?: string }).name === 'ConditionalCheckFailedException') return [{}]
    throw error
  }
}

/** The first answer of an operation, if it was done before. */
export async function findResult<R>(
  table: Table,
  pk: Partition,
  operation: Operation,
): Promise<{ result: R } | undefined> {
  const found = await findItem(table, operationSchema, { pk, sk: `OP#${operation.id}` })
  if (!found) return undefined
  if (found.digest !== operation.digest) throw new InputError('operationReused', undefined)
  return { result: found.result as R }
}

/** The write that records an operation, refused if it was recorded before. */
export function operationWrite(pk: Partition, { id, digest }: Operation, result: unknown): Write {
  return {
    Put: { Item: { pk, sk: `OP#${id}`, digest, result }, ConditionExpression: 'attribute_not_exists(pk)' },
  }
}
