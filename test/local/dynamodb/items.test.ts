import { ScanCommand as RawScan, UpdateTableCommand } from '@aws-sdk/client-dynamodb'
import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../local/dynamodb/engine.ts'
import { engineWithTable } from './table.ts'

const TableName = 'app'
const Key = { pk: 'a', sk: '1' }

let engine: Engine
let client: DynamoDBDocumentClient
beforeAll(async () => {
  ;({ engine, client } = await engineWithTable())
})
afterAll(() => engine.close())
const put = (item: object, more: object = {}) =>
  client.send(new PutCommand({ TableName, Item: { ...Key, ...item }, ...more }))

describe('a condition that fails', () => {
  afterEach(() => client.send(new DeleteCommand({ TableName, Key })))

  const failing = {
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
  const set = { UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': 2 } }
  it.each([
    ['put', () => put({ n: 2 }, failing)],
    ['update', () => client.send(new UpdateCommand({ TableName, Key, ...set, ...failing }))],
    ['delete', () => client.send(new DeleteCommand({ TableName, Key, ...failing }))],
  ])('tells the old item of a %s, and changes nothing', async (_kind, request) => {
    await put({ n: 1 })
    const Item = { pk: { S: 'a' }, sk: { S: '1' }, n: { N: '1' } }
    await expect(request()).rejects.toThrow(
      expect.objectContaining({
        name: 'ConditionalCheckFailedException',
        message: 'The conditional request failed',
        Item,
      }),
    )
    expect((await client.send(new GetCommand({ TableName, Key }))).Item).toEqual({ ...Key, n: 1 })
  })

  it('tells no item where none is asked for, or there is none', async () => {
    const present = { ...failing, ConditionExpression: 'attribute_exists(pk)' }
    await expect(put({}, present)).rejects.toThrow(expect.not.objectContaining({ Item: expect.anything() }))
    await put({})
    const { ConditionExpression } = failing
    await expect(put({}, { ConditionExpression })).rejects.toThrow(
      expect.not.objectContaining({ Item: expect.anything() }),
    )
  })
})

describe('reading', () => {
  beforeAll(async () => {
    for (let start = 0; start < 60; start += 20) {
      const requests = Array.from({ length: 20 }, (_, n) => ({
        PutRequest: {
          Item: {
            pk: 'p',
            sk: String(start + n).padStart(3, '0'),
            group: 'x',
            rank: String(n % 7),
            text: 'x'.repeat(30_000),
          },
        },
      }))
      await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }))
    }
  })

  it.each([
    ['the table, on', {}, { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': 'p' } }],
    [
      'the table, back',
      { ScanIndexForward: false },
      { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': 'p' } },
    ],
    [
      'an index with ties',
      { IndexName: 'byGroup', Limit: 4, ExpressionAttributeNames: { '#g': 'group' } },
      { KeyConditionExpression: '#g = :x', ExpressionAttributeValues: { ':x': 'x' } },
    ],
    [
      'an index with ties, back',
      { IndexName: 'byGroup', Limit: 4, ExpressionAttributeNames: { '#g': 'group' }, ScanIndexForward: false },
      { KeyConditionExpression: '#g = :x', ExpressionAttributeValues: { ':x': 'x' } },
    ],
  ])('pages through %s without a gap or a repeat', async (_what, more, condition) => {
    const found: string[] = []
    let pages = 0
    let ExclusiveStartKey: Record<string, unknown> | undefined
    do {
      const query = new QueryCommand({ TableName, ...more, ...condition, ExclusiveStartKey })
      const page = await client.send(query)
      found.push(...(page.Items ?? []).map(({ sk }) => sk))
      ExclusiveStartKey = page.LastEvaluatedKey
      pages++
    } while (ExclusiveStartKey)
    expect(pages).toBeGreaterThan(1)
    expect(new Set(found).size).toBe(60)
    expect(found).toHaveLength(60)
  })
})

it('adds an index to a table that has items, and removes it', async () => {
  await put({ colour: 'red' })
  const AttributeDefinitions = [{ AttributeName: 'colour', AttributeType: 'S' as const }]
  const Create = {
    IndexName: 'byColour',
    KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' as const }],
    Projection: { ProjectionType: 'KEYS_ONLY' as const },
  }
  const update = (change: object) =>
    client.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [change] }))
  await update({ Create })
  await client.send(new PutCommand({ TableName, Item: { pk: 'a', sk: '2', colour: 'red', n: 1 } }))
  const { Items } = await client.send(new ScanCommand({ TableName, IndexName: 'byColour' }))
  expect(Items).toEqual([
    { pk: 'a', sk: '1', colour: 'red' },
    { pk: 'a', sk: '2', colour: 'red' },
  ])
  await expect(update({ Create })).rejects.toThrow('already exists')
  await update({ Delete: { IndexName: 'byColour' } })
  await expect(client.send(new RawScan({ TableName, IndexName: 'byColour' }))).rejects.toThrow(
    'does not have the specified index',
  )
})
