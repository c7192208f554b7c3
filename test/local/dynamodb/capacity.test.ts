import { type ConsumedCapacity, ReturnConsumedCapacity } from '@aws-sdk/client-dynamodb'
import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../../local/dynamodb/engine.ts'
import { engineWithTable } from './table.ts'

const TableName = 'app'
const { INDEXES, TOTAL } = ReturnConsumedCapacity
const here = { TableName, ReturnConsumedCapacity: INDEXES }
const Key = { pk: 'a', sk: '1' }
const grouped = { ...Key, group: 'g', rank: '1' }

let engine: Engine
let client: DynamoDBDocumentClient
beforeAll(async () => {
  const opened = await engineWithTable()
  engine = opened.engine
  client = opened.client
})
afterAll(() => engine.close())

/** The units of the whole, the table and the index. */
function units(capacity: ConsumedCapacity | undefined): (number | undefined)[] {
  const parts = [capacity, capacity?.Table, capacity?.GlobalSecondaryIndexes?.byGroup]
  return parts.map((part) => part?.CapacityUnits)
}

const put = async (item: object) =>
  units((await client.send(new PutCommand({ ...here, Item: { ...Key, ...item } }))).ConsumedCapacity)

async function set(name: string, value: unknown) {
  const update = { UpdateExpression: 'SET #n = :v', ExpressionAttributeNames: { '#n': name } }
  const request = { ...here, Key, ...update, ExpressionAttributeValues: { ':v': value } }
  return units((await client.send(new UpdateCommand(request))).ConsumedCapacity)
}

it('counts what a write changes in an index', async () => {
  expect(await put({})).toEqual([1, 1, undefined])
  expect(await put(grouped)).toEqual([2, 1, 1])
  expect(await put(grouped)).toEqual([1, 1, undefined])
  expect(await set('title', 'x')).toEqual([2, 1, 1])
  expect(await set('title', 'x')).toEqual([1, 1, undefined])
  expect(await set('group', 'h')).toEqual([3, 1, 2])
  const { ConsumedCapacity } = await client.send(new DeleteCommand({ ...here, Key }))
  expect(units(ConsumedCapacity)).toEqual([2, 1, 1])
})

it('counts the bytes of texts and names, not their characters', async () => {
  expect(await put({ text: 'x'.repeat(900) })).toEqual([1, 1, undefined])
  expect(await put({ text: '长'.repeat(900) })).toEqual([3, 3, undefined])
  expect(await put({ deep: [{ ['长'.repeat(900)]: 1 }] })).toEqual([3, 3, undefined])
  expect(await put({ text: '长'.repeat(136_000) })).toEqual([399, 399, undefined])
  await expect(put({ text: '长'.repeat(137_000) })).rejects.toThrow('maximum allowed size')
  await client.send(new DeleteCommand({ TableName, Key }))
})

it('adds up the writes of a batch', async () => {
  const items = [grouped, { ...grouped, sk: '2' }, { pk: 'a', sk: '3' }]
  const RequestItems = { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) }
  const { ConsumedCapacity } = await client.send(
    new BatchWriteCommand({ RequestItems, ReturnConsumedCapacity: INDEXES }),
  )
  expect(ConsumedCapacity?.map(units)).toEqual([[5, 3, 2]])
})

it('doubles what the table takes in a transaction, not what its indexes do, and tells parts only if asked', async () => {
  const write = (ReturnConsumedCapacity: ReturnConsumedCapacity, rank: string) => {
    const TransactItems = ['5', '6'].map((sk) => ({ Put: { TableName, Item: { ...grouped, sk, rank } } }))
    return client.send(new TransactWriteCommand({ TransactItems, ReturnConsumedCapacity }))
  }
  const of = (units: number) => ({ CapacityUnits: units, WriteCapacityUnits: units })
  expect((await write(INDEXES, '1')).ConsumedCapacity).toEqual([
    { TableName, ...of(6), Table: of(4), GlobalSecondaryIndexes: { byGroup: of(2) } },
  ])
  expect((await write(TOTAL, '2')).ConsumedCapacity).toEqual([{ TableName, ...of(8) }])
})
