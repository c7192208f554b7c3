import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TagResourceCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from '../../../local/dynamodb/engine.ts'
import { engineWithTable, keys } from './table.ts'

type Command =
  | BatchGetItemCommand
  | BatchWriteItemCommand
  | CreateTableCommand
  | GetItemCommand
  | PutItemCommand
  | QueryCommand
  | ScanCommand
  | TagResourceCommand
  | UpdateItemCommand

const TableName = 'app'
const Key = { pk: { S: 'a' }, sk: { S: '1' } }
const put = (item: object) => new PutItemCommand({ TableName, Item: { ...Key, ...item } })
const update = (more: object) => new UpdateItemCommand({ TableName, Key, ...more })
const query = (more: object) => {
  const ExpressionAttributeValues = { ':a': { S: 'a' } }
  return new QueryCommand({ TableName, KeyConditionExpression: 'pk = :a', ExpressionAttributeValues, ...more })
}
const deletes = (count: number) => Array(count).fill({ DeleteRequest: { Key } })
const nested = (levels: number): object => (levels ? { L: [nested(levels - 1)] } : { S: 'leaf' })
const invalid = (what: string) => `1 validation error detected: Value ${what}`
const members = (name: string, constraint: string) =>
  invalid(`${name} failed to satisfy constraint: Member must have ${constraint}`)
const atLeast = 'greater than or equal to'
const atMost = 'less than or equal to'
const emptyKey = 'The AttributeValue for a key attribute cannot contain an empty string value.'
const notValid = 'One or more parameter values are not valid.'

let engine: Engine
let client: DynamoDBClient
beforeAll(async () => {
  const opened = await engineWithTable()
  engine = opened.engine
  client = opened.client as unknown as DynamoDBClient
})
afterAll(() => engine.close())

const table = (more: object) =>
  new CreateTableCommand({
    TableName: 'another',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys('pk', 'sk'),
    AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    ...more,
  })

it.each<[string, Command, string]>([
  [
    'a table without a name',
    new GetItemCommand({ TableName: '', Key }),
    members("'' at 'tableName'", `length ${atLeast} 1`),
  ],
  ['a short name', table({ TableName: 'ab' }), members("'ab' at 'tableName'", `length ${atLeast} 3`)],
  [
    'three keys',
    table({ KeySchema: [...keys('pk', 'sk'), ...keys('pk', 'sk')].slice(0, 3) }),
    members(
      "'[KeySchemaElement(attributeName=pk, keyType=HASH), KeySchemaElement(attributeName=sk, keyType=RANGE), KeySchemaElement(attributeName=pk, keyType=HASH)]' at 'keySchema'",
      `length ${atMost} 2`,
    ),
  ],
  [
    'an index that includes nothing',
    table({
      LocalSecondaryIndexes: [
        { IndexName: 'local', KeySchema: keys('pk', 'sk'), Projection: { ProjectionType: 'INCLUDE' } },
      ],
    }),
    'One or more parameter values were invalid: ProjectionType is INCLUDE, but NonKeyAttributes is not specified',
  ],
  [
    'an empty key',
    new GetItemCommand({ TableName, Key: { ...Key, sk: { S: '' } } }),
    `${notValid} ${emptyKey} Key: sk`,
  ],
  [
    'an empty index key',
    put({ group: { S: '' } }),
    `${notValid} A value specified for a secondary index key is not supported. ${emptyKey} IndexName: byGroup, IndexKey: group`,
  ],
  [
    'an update to an empty index key',
    update({
      UpdateExpression: 'SET #g = :e',
      ExpressionAttributeNames: { '#g': 'group' },
      ExpressionAttributeValues: { ':e': { S: '' } },
    }),
    `${notValid} The update expression attempted to update a secondary index key to a value that is not supported. ${emptyKey}`,
  ],
  [
    'empty strings twice in a set',
    put({ set: { SS: ['', 'a', ''] } }),
    'One or more parameter values were invalid: Input collection [, a, ] contains duplicates.',
  ],
  ['values nested too deep', put({ deep: nested(32) }), 'Nesting Levels have exceeded supported limits'],
  [
    'a long expression',
    update({ UpdateExpression: `SET ${'x'.repeat(4_100)} = pk` }),
    'Invalid UpdateExpression: Expression size has exceeded the maximum allowed size; expression size: 4109',
  ],
  [
    'bad syntax',
    update({ UpdateExpression: 'INVALID SYNTAX' }),
    'Invalid UpdateExpression: Syntax error; token: "INVALID", near: "INVALID SYNTAX"',
  ],
  [
    'bad syntax further on',
    new GetItemCommand({ TableName, Key, ProjectionExpression: 'a, b, !c' }),
    'Invalid ProjectionExpression: Syntax error; token: "!", near: ", !c"',
  ],
  [
    'an expression cut short',
    update({ UpdateExpression: 'SET a =' }),
    'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: "="',
  ],
  [
    'an unknown return value',
    update({ ReturnValues: 'ALL' }),
    invalid(
      "'ALL' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]",
    ),
  ],
  ['no items', query({ Limit: 0 }), members("at 'Limit'", `value ${atLeast} 1`)],
  [
    'chosen attributes without a choice',
    query({ Select: 'SPECIFIC_ATTRIBUTES' }),
    'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
  ],
  [
    'all attributes with a choice',
    query({ Select: 'ALL_ATTRIBUTES', ProjectionExpression: 'sk' }),
    'Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES',
  ],
  [
    'projected attributes of no index',
    new ScanCommand({ TableName, Select: 'ALL_PROJECTED_ATTRIBUTES' }),
    'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
  ],
  [
    'a segment of nothing',
    new ScanCommand({ TableName, Segment: 0 }),
    'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
  ],
  [
    'a consistent scan of a global index',
    new ScanCommand({ TableName, IndexName: 'byGroup', ConsistentRead: true }),
    'Consistent reads are not supported on global secondary indexes',
  ],
  [
    'an empty batch of reads',
    new BatchGetItemCommand({ RequestItems: {} }),
    members("at 'RequestItems'", `length ${atLeast} 1`),
  ],
  [
    '101 reads',
    new BatchGetItemCommand({ RequestItems: { app: { Keys: Array(101).fill(Key) } } }),
    members("at 'RequestItems.app.member.Keys'", `length ${atMost} 100`),
  ],
  [
    'no reads of a table',
    new BatchGetItemCommand({ RequestItems: { app: { Keys: [] } } }),
    members("at 'RequestItems.app.member.Keys'", `length ${atLeast} 1`),
  ],
  [
    'attributes chosen in both ways',
    new BatchGetItemCommand({
      RequestItems: {
        app: { Keys: [Key], AttributesToGet: ['pk'] },
        other: { Keys: [Key], ProjectionExpression: 'pk' },
      },
    }),
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}',
  ],
  [
    'an empty batch of writes',
    new BatchWriteItemCommand({ RequestItems: {} }),
    'The requestItems parameter is required for BatchWriteItem',
  ],
  [
    '26 writes',
    new BatchWriteItemCommand({ RequestItems: { app: deletes(26) } }),
    `1 validation error detected: Value '{app=${JSON.stringify(deletes(26))}}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length ${atMost} 25, Member must have length ${atLeast} 1]`,
  ],
  [
    'tags of what is no table',
    new TagResourceCommand({ ResourceArn: 'app', Tags: [] }),
    'Invalid TableArn: Invalid ResourceArn provided as input app',
  ],
])('refuses %s in the words of AWS', async (_what, command, message) => {
  await expect(client.send(command as PutItemCommand)).rejects.toThrow(
    expect.objectContaining({ name: 'ValidationException', message }),
  )
})

it.each([
  ['+5', '5'],
  ['+.50', '0.5'],
  ['+1e2', '100'],
])('takes %s for the number %s', async (written, stored) => {
  await client.send(put({ n: { N: written } }))
  const { Item } = await client.send(new GetItemCommand({ TableName, Key }))
  expect(Item?.n).toEqual({ N: stored })
})

it('takes values nested 31 deep', async () => {
  await expect(client.send(put({ deep: nested(31) }))).resolves.toBeDefined()
})
