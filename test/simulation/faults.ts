import type { Chance } from './chance.ts'

/**
 * What may befall one request to DynamoDB. `dies before` and `dies after` end the process around it; `reply lost` was
 * done, `throttled` was not, and both are tried again as the SDK does; `conflict` is with another transaction; `in part`
 * leaves keys of a batch unprocessed, or ends a page of a query early.
 */
export type Fault = 'dies before' | 'dies after' | 'reply lost' | 'throttled' | 'conflict' | 'in part'

const FOR_ALL: Fault[] = ['dies before', 'dies after', 'reply lost', 'throttled']
const MORE: Record<string, Fault[]> = {
  TransactWriteItems: ['conflict', 'conflict'],
  BatchGetItem: ['in part', 'in part', 'in part', 'in part', 'in part'],
  BatchWriteItem: ['in part', 'in part'],
  Query: ['in part', 'in part', 'in part'],
}

/** The fault of this try of an operation, if it has one. */
export function drawnFault(chance: Chance, rate: number, operation: string): Fault | undefined {
  if (!chance.happens(rate)) return undefined
  return chance.pick([...FOR_ALL, ...(MORE[operation] ?? [])])
}

/** A failure as the SDK throws it. */
export function sdkError(name: string, details: object = {}): Error {
  return Object.assign(new Error(name), { name, ...details })
}

/** The refusal of a transaction that met another one at one of its items. */
export function conflict(chance: Chance, parts: number): Error {
  const met = chance.below(parts)
  const CancellationReasons = Array.from({ length: parts }, (_, at) => ({
    Code: at === met ? 'TransactionConflict' : 'None',
  }))
  return sdkError('TransactionCanceledException', { CancellationReasons })
}
