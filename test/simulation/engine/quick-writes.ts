import { sdkError } from '../faults.ts'
import { marshalledItem } from '../values.ts'
import type { Plain, Reason } from './engine.ts'
import { holds } from './expressions.ts'
import { copied, type Item, placeOf } from './item.ts'
import type { QuickTable } from './quick-table.ts'
import { updated } from './updated.ts'

/** One write, alone or as a part of a transaction. */
type Part = {
  Key?: Item
  Item?: Item
  UpdateExpression?: string
  ConditionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
  ReturnValuesOnConditionCheckFailure?: string
}
type Kind = 'Put' | 'Update' | 'Delete' | 'ConditionCheck'

const MOST_PARTS = 100

export function putItem(table: QuickTable, request: Plain): Plain {
  if (reasonOf(table, request as Part).Code !== 'None') throw sdkError('ConditionalCheckFailedException')
  write(table, 'Put', request as Part)
  return {}
}

export function updateItem(table: QuickTable, request: Plain): Plain {
  if (reasonOf(table, request as Part).Code !== 'None') throw sdkError('ConditionalCheckFailedException')
  write(table, 'Update', request as Part)
  return {}
}

/** All parts or none, and once for each token. */
export function transactWriteItems(table: QuickTable, done: Set<string>, request: Plain): Plain {
  const token = request.ClientRequestToken as string | undefined
  if (token && done.has(token)) return {}
  const CancellationReasons = reasonsOf(table, request)
  if (CancellationReasons.some(({ Code }) => Code !== 'None')) {
    throw sdkError('TransactionCanceledException', { CancellationReasons })
  }
  for (const [kind, part] of partsOf(request)) write(table, kind, part)
  if (token) done.add(token)
  return {}
}

/** For each part of a transaction why it would be refused now, or `None`. */
export function reasonsOf(table: QuickTable, request: Plain): Reason[] {
  const parts = partsOf(request)
  const places = new Set(parts.map(([, { Key, Item }]) => placeOf((Key ?? Item)!)))
  if (parts.length === 0 || parts.length > MOST_PARTS) throw invalid(`${parts.length} parts of a transaction`)
  if (places.size < parts.length) throw invalid('Transaction request cannot include multiple operations on one item')
  return parts.map(([, part]) => reasonOf(table, part))
}

function partsOf({ TransactItems }: Plain): [Kind, Part][] {
  return (TransactItems as Record<Kind, Part>[]).map((each) => Object.entries(each)[0] as [Kind, Part])
}

function reasonOf(table: QuickTable, part: Part): Reason {
  const before = table.find((part.Key ?? part.Item)!)
  if (part.ConditionExpression === undefined || holds(part.ConditionExpression, before, valuesOf(part))) {
    return { Code: 'None' }
  }
  const tells = part.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && before
  return { Code: 'ConditionalCheckFailed', ...(tells && { Item: marshalledItem(before) }) }
}

function write(table: QuickTable, kind: Kind, part: Part): void {
  const key = (part.Key ?? part.Item)!
  if (kind === 'Put') table.put(key, copied(part.Item))
  else if (kind === 'Delete') table.put(key, undefined)
  else if (kind === 'Update') table.put(key, updated(part.UpdateExpression!, key, table.find(key), valuesOf(part)))
}

function valuesOf({ ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} }: Part) {
  return { names, values }
}

function invalid(message: string): Error {
  return Object.assign(sdkError('ValidationException'), { message: `ValidationException: ${message}` })
}
