import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { touchedKeys } from '../../../functions/store/touched-keys.ts'

const TableName = 'name'
const Key = { pk: 'W#ws', sk: 'META' }
const updating = (UpdateExpression: string, ExpressionAttributeValues: object, names?: Record<string, string>) =>
  new UpdateCommand({
    ...{ TableName, Key, UpdateExpression, ExpressionAttributeValues: ExpressionAttributeValues as never },
    ...(names && { ExpressionAttributeNames: names }),
  })
const asking = (KeyConditionExpression: string, more: object = {}) =>
  new QueryCommand({ TableName, KeyConditionExpression, ...more })
const values = (given: object) => ({ ExpressionAttributeValues: given })

describe('reads', () => {
  test('of one item, and of many', () => {
    expect(touchedKeys(new GetCommand({ TableName, Key }))).toEqual([{ kind: 'read', ...Key, isNew: false }])
    const other = { pk: 'W#other', sk: 'x' }
    const RequestItems = { name: { Keys: [Key, other] }, another: { Keys: [other] } }
    expect(touchedKeys(new BatchGetCommand({ RequestItems }))).toEqual(
      [Key, other, other].map((key) => ({ kind: 'read', ...key, isNew: false })),
    )
    expect(touchedKeys(new BatchGetCommand({ RequestItems: undefined }))).toEqual([])
  })
  test.each<[string, QueryCommand, object[]]>([
    ['a partition', asking('pk = :pk', values({ ':pk': 'W#ws' })), [{ pk: 'W#ws', sk: '' }]],
    ['a range of it', asking('pk=:pk AND sk > :sk', values({ ':pk': 'W#ws', ':sk': 'a' })), [{ pk: 'W#ws', sk: '' }]],
    [
      'one key',
      asking('pk = :pk AND sk  =  :sk', values({ ':pk': 'P#a', ':sk': 'W#ws' })),
      [{ pk: 'P#a', sk: 'W#ws' }],
    ],
    ['the first index', asking('gsi1pk = :of', values({ ':of': 'WS' })), [{ pk: 'WS', sk: '' }]],
    ['the second index', asking('gsi2pk = :of', values({ ':of': 'DUE#1' })), [{ pk: 'DUE#1', sk: '' }]],
    [
      'a partition by an alias',
      asking('#k = :pk', { ExpressionAttributeNames: { '#k': 'pk' }, ...values({ ':pk': 'W#ws' }) }),
      [{ pk: 'W#ws', sk: '' }],
    ],
    [
      'a page that begins somewhere',
      asking('gsi1pk = :of', {
        ...values({ ':of': 'W#ws#M' }),
        ExclusiveStartKey: { pk: 'W#other', sk: 'x', gsi1pk: 'W#third', gsi1sk: 3 },
      }),
      [
        { pk: 'W#ws#M', sk: '' },
        { pk: 'W#other', sk: 'x' },
        { pk: 'W#third', sk: '3' },
      ],
    ],
  ])('of %s', (_, command, keys) => {
    expect(touchedKeys(command)).toEqual(keys.map((key) => ({ kind: 'read', ...key })))
  })
  test.each([
    ['a scan', new ScanCommand({ TableName })],
    ['several items at once, which nobody asks for', new TransactGetCommand({ TransactItems: [] })],
    ['a query that names no partition', asking('pk > :pk', values({ ':pk': 'W#ws' }))],
    ['a query from a place alone', asking('sk = :sk', { ...values({ ':sk': 'x' }), ExclusiveStartKey: Key })],
    ['a query for nothing', new QueryCommand({ TableName })],
  ])('of %s cannot be told', (_, command) => {
    expect(touchedKeys(command)).toBeUndefined()
  })
})

describe('writes', () => {
  test('put an item, and its entries in the indexes', () => {
    const item = { ...Key, gsi1pk: 'WS', gsi1sk: 'ws', gsi2pk: 'DUE#1', gsi2sk: 'at#ws#x' }
    expect(touchedKeys(new PutCommand({ TableName, Item: item }))).toEqual([
      { kind: 'write', ...Key, item, isNew: false },
      { kind: 'write', pk: 'WS', sk: 'ws' },
      { kind: 'write', pk: 'DUE#1', sk: 'at#ws#x' },
    ])
  })
  test.each([
    ['attribute_not_exists(pk)', true],
    ['attribute_exists(pk)', false],
    [undefined, false],
  ])('with the condition %s', (ConditionExpression, isNew) => {
    const [put] = touchedKeys(new PutCommand({ TableName, Item: Key, ConditionExpression }))!
    expect(put?.isNew).toBe(isNew)
  })
  test('take an item out', () => {
    expect(touchedKeys(new DeleteCommand({ TableName, Key }))).toEqual([{ kind: 'write', ...Key, isNew: false }])
  })
  test.each<[string, UpdateCommand, object[]]>([
    ['nothing of an index', updating('SET a = :a, agsi1pk = :a', { ':a': 'W#other' }), []],
    [
      'an entry of an index',
      updating('SET gsi2pk = :due, gsi2sk=:entry', { ':due': 'DUE#1', ':entry': 'at#ws#x' }),
      [{ pk: 'DUE#1', sk: 'at#ws#x' }],
    ],
    ['an entry by an alias', updating('SET #p = :pk', { ':pk': 'W#a' }, { '#p': 'gsi1pk' }), [{ pk: 'W#a', sk: '' }]],
    ['what is taken out', updating('REMOVE gsi1pk, gsi1sk', {}), []],
  ])('change %s', (_, command, entries) => {
    const [own, ...others] = touchedKeys(command)!
    expect(own).toEqual({ kind: 'write', ...Key, isNew: false })
    expect(others).toEqual(entries.map((entry) => ({ kind: 'write', ...entry })))
  })
  test('of one transaction count each, checks too', () => {
    const TransactItems = [
      { Put: { TableName, Item: { ...Key, gsi1pk: 'WS', gsi1sk: 'ws' } } },
      { Delete: { TableName, Key: { pk: 'P#a', sk: 'W#ws' } } },
      { ConditionCheck: { TableName, Key: { pk: 'W#b', sk: 'x' }, ConditionExpression: 'attribute_exists(pk)' } },
    ]
    expect(touchedKeys(new TransactWriteCommand({ TransactItems }))?.map(({ kind, pk, sk }) => [kind, pk, sk])).toEqual(
      [
        ['write', 'W#ws', 'META'],
        ['write', 'WS', 'ws'],
        ['write', 'P#a', 'W#ws'],
        ['write', 'W#b', 'x'],
      ],
    )
    expect(touchedKeys(new TransactWriteCommand({ TransactItems: undefined }))).toEqual([])
  })
  test('without a key are of none that anybody has', () => {
    const [none] = touchedKeys(new PutCommand({ TableName, Item: undefined }))!
    expect(none).toMatchObject({ pk: 'undefined', sk: 'undefined' })
  })
})
