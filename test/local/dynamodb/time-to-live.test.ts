import { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Engine } from '../../../local/dynamodb/engine.ts'
import { engineWithTable } from './table.ts'

const TableName = 'app'
const NOW_S = 1_800_000_000

let seconds = NOW_S
let engine: Engine
let client: DynamoDBDocumentClient
beforeEach(async () => {
  seconds = NOW_S
  ;({ engine, client } = await engineWithTable(() => seconds * 1000))
})
afterEach(() => engine.close())

const put = (sk: string, expires?: unknown) =>
  client.send(new PutCommand({ TableName, Item: { pk: 'a', sk, group: 'x', rank: sk, expires } }))
const enable = (Enabled = true, AttributeName = 'expires') =>
  client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }))
const left = async (IndexName?: string) => {
  await engine.sweep()
  const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName }))
  return Items.map(({ sk }) => sk)
}

it('deletes items when they are due, from the index too, and no others', async () => {
  await enable()
  await put('1', NOW_S + 10)
  await put('2', NOW_S + 20)
  await put('3')
  await put('4', 'text')
  await put('5', NOW_S - 6 * 365 * 24 * 3600)
  expect(await left()).toEqual(['1', '2', '3', '4', '5'])
  seconds = NOW_S + 10
  expect(await left()).toEqual(['2', '3', '4', '5'])
  expect(await left('byGroup')).toEqual(['2', '3', '4', '5'])
})

it('goes by the time written last', async () => {
  await enable()
  await put('1', NOW_S + 10)
  await client.send(
    new UpdateCommand({
      TableName,
      Key: { pk: 'a', sk: '1' },
      UpdateExpression: 'SET expires = :later',
      ExpressionAttributeValues: { ':later': NOW_S + 100 },
    }),
  )
  seconds = NOW_S + 50
  expect(await left()).toEqual(['1'])
  seconds = NOW_S + 100
  expect(await left()).toEqual([])
})

it('counts items written before it was enabled, and stops when disabled', async () => {
  await put('1', NOW_S - 1)
  expect(await left()).toEqual(['1'])
  await enable()
  expect(await left()).toEqual([])
  await put('2', NOW_S - 1)
  await enable(false)
  expect(await left()).toEqual(['2'])
})

it('deletes many that are due at once', async () => {
  await enable()
  await Promise.all(Array.from({ length: 120 }, (_, n) => put(String(n), NOW_S)))
  expect(await left()).toEqual([])
})

it('tells what is set', async () => {
  const describe = async () => (await client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription
  expect(await describe()).toEqual({ TimeToLiveStatus: 'DISABLED' })
  await enable()
  expect(await describe()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' })
  await expect(enable()).rejects.toThrow('TimeToLive is already enabled')
  await expect(enable(true, '')).rejects.toThrow(/length greater than or equal to 1/)
})
