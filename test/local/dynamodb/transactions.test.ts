import { createHash } from 'node:crypto'
import {
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../../local/dynamodb/engine.ts'
import { type Actions, cancellation, engineWithTable } from './table.ts'

const TableName = 'app'
const put = (sk: string, more: object = {}) => ({ Put: { TableName, Item: { pk: 'a', sk, ...more } } })
const absent = { ConditionExpression: 'attribute_not_exists(pk)' }

let time = 0
let engine: Engine
let client: DynamoDBDocumentClient
beforeEach(async () => {
  time = 1_000_000
  ;({ engine, client } = await engineWithTable(() => time))
})
afterEach(() => engine.close())

const write = (TransactItems: Actions, more: object = {}) =>
  client.send(new TransactWriteCommand({ TransactItems, ...more }))
const items = async () => (await client.send(new ScanCommand({ TableName }))).Items ?? []
const inGroup = async (group: string) => {
  const ExpressionAttributeNames = { '#g': 'group' }
  const condition = { KeyConditionExpression: '#g = :g', ExpressionAttributeValues: { ':g': group } }
  const query = new QueryCommand({ TableName, IndexName: 'byGroup', ExpressionAttributeNames, ...condition })
  return (await client.send(query)).Items ?? []
}

describe('TransactWriteItems', () => {
  it('puts, updates, deletes and checks in one go', async () => {
    await write([put('changed', { n: 1 }), put('gone')])
    await write([
      put('new'),
      {
        Update: {
          TableName,
          Key: { pk: 'a', sk: 'changed' },
          UpdateExpression: 'ADD n :two',
          ExpressionAttributeValues: { ':two': 2 },
        },
      },
      { Delete: { TableName, Key: { pk: 'a', sk: 'gone' } } },
      { ConditionCheck: { TableName, Key: { pk: 'a', sk: 'never' }, ...absent } },
    ])
    expect(await items()).toEqual([
      { pk: 'a', sk: 'changed', n: 3 },
      { pk: 'a', sk: 'new' },
    ])
  })

  it('changes neither items nor index entries when one condition fails', async () => {
    await write([put('1', { group: 'x', rank: '1' })])
    await cancellation(client, [
      put('2', { group: 'x', rank: '2' }),
      { Delete: { TableName, Key: { pk: 'a', sk: '1' } } },
      { ConditionCheck: { TableName, Key: { pk: 'a', sk: '3' }, ConditionExpression: 'attribute_exists(pk)' } },
    ])
    expect(await items()).toEqual([{ pk: 'a', sk: '1', group: 'x', rank: '1' }])
    expect(await inGroup('x')).toEqual([{ pk: 'a', sk: '1', group: 'x', rank: '1' }])
  })

  it('gives a reason per action in their order, with the old item where it is asked for', async () => {
    await write([put('1', { n: 1 }), put('2', { n: 'text' })])
    const ReturnValuesOnConditionCheckFailure = 'ALL_OLD' as const
    const error = await cancellation(client, [
      put('3'),
      { Put: { TableName, Item: { pk: 'a', sk: '1' }, ...absent, ReturnValuesOnConditionCheckFailure } },
      {
        Update: {
          TableName,
          Key: { pk: 'a', sk: '2' },
          UpdateExpression: 'SET n = n + :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
      {
        Delete: {
          TableName,
          Key: { pk: 'a', sk: '4' },
          ConditionExpression: 'attribute_exists(pk)',
          ReturnValuesOnConditionCheckFailure,
        },
      },
    ])
    const failed = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' }
    const Message = 'An operand in the update expression has an incorrect data type'
    expect(error.CancellationReasons).toEqual([
      { Code: 'None' },
      { ...failed, Item: { pk: { S: 'a' }, sk: { S: '1' }, n: { N: '1' } } },
      { Code: 'ValidationError', Message },
      failed,
    ])
    expect(error.message).toBe(
      'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ValidationError, ConditionalCheckFailed]',
    )
  })

  it('does a token once, refuses it for other actions, and forgets it after ten minutes', async () => {
    const bump = (by: number): Actions => [
      {
        Update: {
          TableName,
          Key: { pk: 'a', sk: '1' },
          UpdateExpression: 'ADD n :n',
          ExpressionAttributeValues: { ':n': by },
        },
      },
    ]
    const ClientRequestToken = 'token-1'
    await write(bump(1), { ClientRequestToken })
    await write(bump(1), { ClientRequestToken })
    expect(await items()).toEqual([{ pk: 'a', sk: '1', n: 1 }])
    await expect(write(bump(2), { ClientRequestToken })).rejects.toThrow(
      expect.objectContaining({ name: 'IdempotentParameterMismatchException' }),
    )
    time += 10 * 60_000
    await engine.sweep()
    await write(bump(2), { ClientRequestToken })
    expect(await items()).toEqual([{ pk: 'a', sk: '1', n: 3 }])
  })

  it('moves an entry when its index keys change, and removes it with them', async () => {
    await write([put('1', { group: 'x', rank: '1' }), put('2', { group: 'x', rank: '1' })])
    const update = (UpdateExpression: string) => ({
      Update: {
        TableName,
        Key: { pk: 'a', sk: '1' },
        UpdateExpression,
        ExpressionAttributeNames: { '#g': 'group' },
      },
    })
    await write([update('SET #g = sk')])
    expect(await inGroup('x')).toHaveLength(1)
    expect(await inGroup('1')).toEqual([{ pk: 'a', sk: '1', group: '1', rank: '1' }])
    await write([update('REMOVE #g')])
    expect(await inGroup('1')).toEqual([])
  })

  it('keeps the entries of items apart that share all index keys, even where their hashes collide', async () => {
    await write(collidingSortKeys().map((sk) => put(sk, { group: 'x', rank: '1' })))
    expect(await inGroup('x')).toHaveLength(2)
  })

  it.each<[string, Actions, string, string | RegExp]>([
    ['no actions', [], 'ValidationException', /length greater than or equal to 1/],
    ['101 actions', Array.from({ length: 101 }, (_, n) => put(String(n))), 'ValidationException', /equal to 100$/],
    ['an item twice', [put('1'), put('1')], 'ValidationException', /multiple operations on one item/],
    [
      'two kinds in one action',
      [{ ...put('1'), ...{ Delete: { TableName, Key: { pk: 'a', sk: '2' } } } }],
      'ValidationException',
      /can only contain one of/,
    ],
    [
      'an unknown table',
      [{ Put: { TableName: 'other', Item: { pk: 'a' } } }],
      'ResourceNotFoundException',
      'Requested resource not found',
    ],
    [
      'an empty key',
      [put('')],
      'ValidationException',
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: sk',
    ],
    [
      'a bad expression',
      [{ Put: { TableName, Item: { pk: 'a', sk: '1' }, ConditionExpression: 'pk =' } }],
      'ValidationException',
      /^Invalid ConditionExpression: Syntax error/,
    ],
    [
      'a key of the wrong type',
      [{ Delete: { TableName, Key: { pk: 'a', sk: 5 } } }],
      'TransactionCanceledException',
      /\[ValidationError\]$/,
    ],
    [
      'more than 4 MB',
      Array.from({ length: 12 }, (_, n) => put(String(n), { text: 'x'.repeat(350_000) })),
      'ValidationException',
      /4 MB/,
    ],
  ])('refuses %s', async (_what, actions, name, message) => {
    await expect(write(actions)).rejects.toThrow(
      expect.objectContaining({
        name,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      }),
    )
    expect(await items()).toEqual([])
  })

  it('counts two units for each item', async () => {
    const { ConsumedCapacity } = await write([put('1'), put('2')], { ReturnConsumedCapacity: 'TOTAL' })
    expect(ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 4, WriteCapacityUnits: 4 }])
  })
})

describe('TransactGetItems', () => {
  it('gives items in the order asked for, and nothing for those that are not there', async () => {
    await write([put('1', { n: 1 }), put('2', { n: 2 })])
    const get = (sk: string) => ({ Get: { TableName, Key: { pk: 'a', sk }, ProjectionExpression: 'n' } })
    const reply = await client.send(new TransactGetCommand({ TransactItems: [get('2'), get('3'), get('1')] }))
    expect(reply.Responses).toEqual([{ Item: { n: 2 } }, {}, { Item: { n: 1 } }])
  })

  it('never sees a transaction by half', async () => {
    const get = (sk: string) => ({ Get: { TableName, Key: { pk: 'a', sk } } })
    const seen: unknown[] = []
    const reads = Array.from({ length: 40 }, async () => {
      const { Responses } = await client.send(new TransactGetCommand({ TransactItems: [get('1'), get('2')] }))
      seen.push(...(Responses ?? []).map(({ Item }) => Item?.n))
    })
    const writes = Array.from({ length: 40 }, (_, n) => write([put('1', { n }), put('2', { n })]))
    await Promise.all([...writes, ...reads])
    for (let pair = 0; pair < seen.length; pair += 2) expect(seen[pair]).toBe(seen[pair + 1])
  })
})

it('adds concurrent updates up', async () => {
  await client.send(new PutCommand({ TableName, Item: { pk: 'a', sk: '1', n: 0 } }))
  const add: Actions = [
    {
      Update: {
        TableName,
        Key: { pk: 'a', sk: '1' },
        UpdateExpression: 'SET n = n + :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
  ]
  await Promise.all(Array.from({ length: 50 }, () => write(add)))
  expect(await items()).toEqual([{ pk: 'a', sk: '1', n: 50 }])
})

/** Two sort keys under `a` whose hashes agree in the 24 bits that dynalite alone would tell their index entries by. */
function collidingSortKeys(): string[] {
  const seen = new Map<string, string>()
  for (let n = 0; ; n++) {
    const hash = createHash('md5').update(`Outliersa${n}`).digest('hex').slice(0, 6)
    const other = seen.get(hash)
    if (other) return [other, String(n)]
    seen.set(hash, String(n))
  }
}
