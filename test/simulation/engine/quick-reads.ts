import type { Plain } from './engine.ts'
import { holds } from './expressions.ts'
import { copied, type Item } from './item.ts'
import type { QuickTable } from './quick-table.ts'

type Query = Plain & {
  KeyConditionExpression: string
  IndexName?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
  ExclusiveStartKey?: Item
  ScanIndexForward?: boolean
  Limit?: number
}
type Batch = { Keys: Item[]; ProjectionExpression?: string }

export function getItem(table: QuickTable, { Key }: Plain): Plain {
  const Item = table.find(Key as Item)
  return Item ? { Item: copied(Item) } : {}
}

export function batchGetItem(table: QuickTable, { RequestItems }: Plain): Plain {
  const [[name, { Keys, ProjectionExpression }]] = Object.entries(RequestItems as Record<string, Batch>) as [
    [string, Batch],
  ]
  const found = Keys.flatMap((key) => table.find(key) ?? []).map(copied)
  const names = ProjectionExpression?.split(', ')
  return { Responses: { [name]: names ? found.map((item) => picked(item, names)) : found }, UnprocessedKeys: {} }
}

/** @param lagMs How old what an index tells may be; the table itself tells what is. */
export function query(table: QuickTable, request: Plain, lagMs: number): Plain {
  const { KeyConditionExpression, IndexName, ExclusiveStartKey: start, ScanIndexForward, Limit } = request as Query
  const values = {
    names: (request as Query).ExpressionAttributeNames ?? {},
    values: (request as Query).ExpressionAttributeValues ?? {},
  }
  const sortKey = IndexName ? `${IndexName}sk` : 'sk'
  const direction = ScanIndexForward === false ? -1 : 1
  const order = (a: Item, b: Item) => direction * (String(a[sortKey]) < String(b[sortKey]) ? -1 : 1)
  const items = IndexName && lagMs > 0 ? table.allBefore(lagMs) : table.all()
  // Most items are of other partitions: of those the whole condition need not be asked.
  const [, name = '', value = ''] = /^(\w+) = (:\w+)/.exec(KeyConditionExpression) ?? []
  const partition = values.values[value]
  const all = items
    .filter(
      (item) => item[name] === partition && item[sortKey] !== undefined && holds(KeyConditionExpression, item, values),
    )
    .filter((item) => !start || (start[sortKey] !== item[sortKey] && order(start, item) < 0))
    .sort(order)
  const page = all.slice(0, Limit)
  const last = page.length === Limit ? page[page.length - 1] : undefined
  const keys = ['pk', 'sk', ...(IndexName ? [`${IndexName}pk`, sortKey] : [])]
  const reply = { Count: page.length, ScannedCount: page.length, Items: page.map(copied) }
  return last ? { ...reply, LastEvaluatedKey: picked(last, keys) } : reply
}

function picked(item: Item, names: string[]): Plain {
  return Object.fromEntries(names.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]))
}
