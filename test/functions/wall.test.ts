import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../functions/identity.ts'
import { routes } from '../../functions/routes/routes.ts'
import { Breach, walled } from '../../functions/store/wall.ts'
import { newRecorder } from '../recorder/recorder.ts'
import type { RunningApp } from './running-app.ts'
import { ADA, runningApp } from './running-app.ts'

const EVE: Person = { sub: 'eve', email: 'eve@example.com', name: 'Eve' }
const KEY = { sk: 'META' }

const recorder = newRecorder()
let app: RunningApp
let own: string
let foreign: string
let documentKey: string
beforeAll(async () => {
  app = await runningApp(recorder)
  const made = await app.call<{ workspaceId: string }>('POST', '/v1/workspaces', {
    token: await app.tokenOf(EVE),
    body: { name: 'Others' },
  })
  own = app.workspaceId
  foreign = made.body.workspaceId
  const body = { spreadsheetId: 'sheet' }
  const key = await app.call<{ documentKey: string }>('POST', app.at('/document-keys'), { token: app.token, body })
  documentKey = key.body.documentKey
})
afterAll(() => app.close())

/** The wall of a request in which a member of `own` was looked up. */
async function asMember() {
  const wall = walled(app.backend, { workspaceId: own })
  wall.knows(ADA)
  await wall.backend.db.send(new GetCommand({ TableName: app.backend.table, Key: { pk: 'P#ada', sk: `W#${own}` } }))
  return wall
}

describe('each kind of operation reaches the workspace that was proven and no other', () => {
  const put = (pk: string, more: object = {}) => ({
    Put: { TableName: app.backend.table, Item: { pk, sk: 'x', ...more } },
  })
  const together = (...TransactItems: object[]) => new TransactWriteCommand({ TransactItems: TransactItems as never })
  const cases: [string, (ws: string, table: string) => object][] = [
    ['Get', (ws, TableName) => new GetCommand({ TableName, Key: { pk: `W#${ws}`, ...KEY } })],
    ['Put', (ws, TableName) => new PutCommand({ TableName, Item: { pk: `W#${ws}#C`, sk: 'x' } })],
    ['Delete', (ws, TableName) => new DeleteCommand({ TableName, Key: { pk: `W#${ws}#C`, sk: 'x' } })],
    [
      'Update',
      (ws, TableName) =>
        new UpdateCommand({
          ...{ TableName, Key: { pk: `W#${ws}#C`, sk: 'x' }, UpdateExpression: 'SET a = :a' },
          ExpressionAttributeValues: { ':a': 1 },
        }),
    ],
    [
      'Query',
      (ws, TableName) =>
        new QueryCommand({
          ...{ TableName, KeyConditionExpression: 'pk = :pk AND sk > :sk' },
          ExpressionAttributeValues: { ':pk': `W#${ws}#C`, ':sk': 'a' },
        }),
    ],
    [
      'Query by an alias',
      (ws, TableName) =>
        new QueryCommand({
          ...{ TableName, KeyConditionExpression: '#k = :v', ExpressionAttributeNames: { '#k': 'pk' } },
          ExpressionAttributeValues: { ':v': `W#${ws}#C` },
        }),
    ],
    [
      'Query of an index',
      (ws, TableName) =>
        new QueryCommand({
          ...{ TableName, IndexName: 'gsi1', KeyConditionExpression: 'gsi1pk = :pk' },
          ExpressionAttributeValues: { ':pk': `W#${ws}#M` },
        }),
    ],
    [
      'Batch',
      (ws, table) =>
        new BatchGetCommand({
          RequestItems: { [table]: { Keys: [own, ws].map((id, at) => ({ pk: `W#${id}#C`, sk: String(at) })) } },
        }),
    ],
    ['part of a transaction', (ws) => together(put(`W#${own}#C`), put(`W#${ws}#N`))],
    ['entry of an index', (ws) => together(put(`W#${own}#C`, { gsi1pk: `W#${ws}#M`, gsi1sk: 'x' }))],
    [
      'entry of what is due',
      (ws) => together(put(`W#${own}#C`, { gsi2pk: 'DUE#1', gsi2sk: `2026-03-10T08:00:00Z#${ws}#x` })),
    ],
    ['corner of another member', (ws) => together({ ...put('P#li', { sk: `W#${ws}` }) })],
    ['one-time code', (ws) => together(put('C#hash', { workspaceId: ws }))],
  ]
  test.each(cases)('%s', async (_, command) => {
    const wall = await asMember()
    const send = (ws: string) => wall.backend.db.send(command(ws, app.backend.table) as never)
    await send(own)
    wall.end()
    await expect(send(foreign)).rejects.toThrow(Breach)
    expect(() => wall.end()).toThrow(Breach)
  })

  test.each([
    ['a scan', () => new ScanCommand({ TableName: app.backend.table })],
    ['what others have due', () => queried('gsi2', 'DUE#1')],
    ['where the audit is', () => queried('', 'AUDIT')],
    ['somebody else as a person', () => queried('', 'P#eve')],
    ['a page that begins elsewhere', () => queried('', `W#${own}#C`, { pk: `W#${foreign}#C`, sk: 'x' })],
  ])('never %s', async (_, command) => {
    const wall = await asMember()
    await expect(wall.backend.db.send(command() as never)).rejects.toThrow(Breach)
  })

  function queried(index: string, pk: string, ExclusiveStartKey?: object) {
    return new QueryCommand({
      ...{
        TableName: app.backend.table,
        KeyConditionExpression: `${index}pk = :pk`,
        ...(index && { IndexName: index }),
      },
      ...{ ExpressionAttributeValues: { ':pk': pk }, ...(ExclusiveStartKey && { ExclusiveStartKey }) },
    })
  }
})

describe('a workspace is proven by what the table holds, not by what is asked', () => {
  const reach = async (wall: Awaited<ReturnType<typeof asMember>>, ws: string) =>
    wall.backend.db.send(new GetCommand({ TableName: app.backend.table, Key: { pk: `W#${ws}`, ...KEY } }))
  const lookUp = (wall: Awaited<ReturnType<typeof asMember>>, pk: string, sk: string) =>
    wall.backend.db.send(new GetCommand({ TableName: app.backend.table, Key: { pk, sk } }))

  test('of somebody who is no member nothing is proven', async () => {
    const wall = walled(app.backend, { workspaceId: foreign })
    wall.knows(ADA)
    await lookUp(wall, 'P#ada', `W#${foreign}`)
    await expect(reach(wall, foreign)).rejects.toThrow(Breach)
  })

  test('of a member of two, the one that the path names', async () => {
    const wall = walled(app.backend, { workspaceId: foreign })
    wall.knows(ADA)
    await lookUp(wall, 'P#ada', `W#${own}`)
    await expect(reach(wall, own)).rejects.toThrow(Breach)
  })

  test('a key proves its workspace, another one that is looked up nothing', async () => {
    const [id, secret] = documentKey.split('.') as [string, string]
    const { digest } = await import('../../functions/secrets.ts')
    const wall = walled(app.backend, { workspaceId: own, tokens: [documentKey] })
    await lookUp(wall, `W#${id}`, `D#${digest(secret)}`)
    await reach(wall, own)
    await expect(reach(wall, foreign)).rejects.toThrow(Breach)
    const stranger = walled(app.backend, { workspaceId: own, tokens: [`${own}.${'x'.repeat(43)}`] })
    await expect(lookUp(stranger, `W#${id}`, `D#${digest(secret)}`)).rejects.toThrow(Breach)
  })
})

test('a breach is a failure of the request and one line of the log, which says nothing of what was asked', async () => {
  const route = routes.find(({ operationId }) => operationId === 'listAudiences')!
  const { handle } = route
  // A handler that takes a workspace from elsewhere, and hears of no failure.
  route.handle = async ({ backend }) => {
    const Key = { pk: `W#${foreign}`, ...KEY }
    const reply = await backend.db.send(new GetCommand({ TableName: backend.table, Key })).catch(() => undefined)
    return { audiences: reply ? [] : [] }
  }
  const reply = await app.call('GET', app.at('/audiences'), { token: app.token })
  route.handle = handle
  expect(reply).toMatchObject({ status: 500, body: { error: { code: 'internal' } } })
  const line = app.log.at(-1)
  expect(line).toMatchObject({ status: 500, failure: { name: 'Breach' } })
  expect(JSON.stringify(line)).not.toContain(foreign)
})

test('what gets past the wall is named by a recorder that watches from outside of the program', async () => {
  const route = routes.find(({ operationId }) => operationId === 'listAudiences')!
  const { handle } = route
  const { db, table } = app.backend
  // Handlers are not given this client.
  const escapes = (command: object) => {
    route.handle = async () => ({ audiences: (await db.send(command as never)) ? [] : [] })
    return app.call('GET', app.at('/audiences'), { token: app.token })
  }
  recorder.foreign.length = 0
  await escapes(new GetCommand({ TableName: table, Key: { pk: `W#${own}#C`, sk: 'x' } }))
  expect(recorder.foreign).toEqual([])
  await escapes(new GetCommand({ TableName: table, Key: { pk: `W#${foreign}#C`, sk: 'x' } }))
  const values = { ExpressionAttributeValues: { ':pk': `W#${foreign}#M` } }
  const query = { TableName: table, IndexName: 'gsi1', KeyConditionExpression: 'gsi1pk = :pk' }
  await escapes(new QueryCommand({ ...query, ...values }))
  route.handle = handle
  expect(recorder.foreign).toEqual([
    `Foreign: GetItem W#${foreign}#C x in GET ${app.at('/audiences')}`,
    `Foreign: Query W#${foreign}#M  in GET ${app.at('/audiences')}`,
  ])
})
