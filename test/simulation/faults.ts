import type { Chance } from './chance.ts'
import type { Reason } from './engine/engine.ts'

/**
 * What may befall one request to DynamoDB. `dies before` and `dies after` end the process around it; `reply lost` was
 * done, `throttled` was not, and both are tried again as the SDK does; `stalls` is done seconds later; `conflict` is with another transaction; `in part`
 * leaves keys of a batch unread, or ends a page of a query early.
 */
export type Fault = 'dies before' | 'dies after' | 'reply lost' | 'throttled' | 'stalls' | 'conflict' | 'in part'

const FOR_ALL: Fault[] = ['dies before', 'dies after', 'reply lost', 'throttled', 'stalls']
const MORE: Record<string, Fault[]> = {
  TransactWriteItems: ['conflict', 'conflict', 'stalls', 'stalls', 'stalls'],
  BatchGetItem: ['in part', 'in part', 'in part', 'in part', 'in part'],
  Query: ['in part', 'in part', 'in part'],
}

/** The fault of this try of an operation, if it has one. */
export function drawnFault(chance: Chance, rate: number, operation: string): Fault | undefined {
  if (!chance.happens(rate)) return undefined
  return chance.pick([...FOR_ALL, ...(MORE[operation] ?? [])])
}

/** A failure as the SDK throws it. */
export function sdkError(name: string, details: object = {}): Error {
  return Object.assign(new Error(name), { name, $metadata: {}, ...details })
}

/** Whether DynamoDB refused something; all else is a mistake in the simulation. */
export function isOfDynamo(error: unknown): error is Error {
  return error instanceof Error && '$metadata' in error
}

/**
 * The refusal of a transaction that met another one at one of its items or more; what is said of the others is true.
 *
 * @param reasons Why each of its parts would be refused without that.
 */
export function conflict(chance: Chance, reasons: Reason[]): Error {
  const met = chance.below(reasons.length)
  const CancellationReasons = reasons.map((reason, at) => {
    if (at === met || chance.happens(0.15)) return { Code: 'TransactionConflict' }
    return chance.happens(0.05) ? { Code: 'ThrottlingError' } : reason
  })
  return sdkError('TransactionCanceledException', { CancellationReasons })
}
