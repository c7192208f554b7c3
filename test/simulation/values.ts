import type { Plain } from './engine/engine.ts'

type Value = { S?: string; N?: string; BOOL?: boolean; NULL?: true; L?: Value[]; M?: Record<string, Value> }

/** Where requests and replies hold a map of attribute values, and where a list of them. */
const MAPS = new Set([
  'Item',
  'Key',
  'Attributes',
  'ExclusiveStartKey',
  'LastEvaluatedKey',
  'ExpressionAttributeValues',
])
const LISTS = new Set(['Keys', 'Items'])

/** A request of the document client as DynamoDB is given it. */
export function marshalled(request: unknown): Plain {
  return mapped(request, (item) => toValue(item).M) as Plain
}

/** A reply of DynamoDB as the document client gives it. A batch's `Responses` hold items by table. */
export function unmarshalled({ Responses, ...reply }: Plain): Plain {
  const plain = mapped(reply, (item) => fromValue({ M: item as Record<string, Value> })) as Plain
  if (!Responses) return plain
  const tables = Object.entries(Responses as Record<string, Record<string, Value>[]>)
  return {
    ...plain,
    Responses: Object.fromEntries(tables.map(([table, items]) => [table, items.map((M) => fromValue({ M }))])),
  }
}

/** An item as DynamoDB is given it. */
export function marshalledItem(item: object): Record<string, Value> {
  return toValue(item).M!
}

export function fromValue({ S, N, BOOL, L, M }: Value): unknown {
  if (S !== undefined) return S
  if (N !== undefined) return Number(N)
  if (L) return L.map(fromValue)
  if (!M) return BOOL ?? null
  const plain: Record<string, unknown> = {}
  for (const name in M) plain[name] = fromValue(M[name]!)
  return plain
}

function toValue(plain: unknown): Value {
  if (typeof plain === 'string') return { S: plain }
  if (typeof plain === 'number') return { N: String(plain) }
  if (typeof plain === 'boolean') return { BOOL: plain }
  if (plain === null) return { NULL: true }
  if (Array.isArray(plain)) return { L: plain.filter((each) => each !== undefined).map(toValue) }
  const M: Record<string, Value> = {}
  for (const [name, value] of Object.entries(plain as object)) if (value !== undefined) M[name] = toValue(value)
  return { M }
}

function mapped(node: unknown, change: (map: unknown) => unknown): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((each) => mapped(each, change))
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node)) {
    if (value === undefined) continue
    if (MAPS.has(name)) result[name] = change(value)
    else if (LISTS.has(name)) result[name] = (value as unknown[]).map(change)
    else result[name] = mapped(value, change)
  }
  return result
}
