import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())

test('a person creates a workspace and finds it again', async () => {
  const body = { name: 'Key accounts', timeZone: 'Asia/Shanghai' }
  const created = await app.call('POST', '/v1/workspaces', { token: app.token, body })
  expect(created).toMatchObject({ status: 201, body: { ...body, role: 'admin' } })
  const listed = await app.call<{ workspaces: unknown[] }>('GET', '/v1/workspaces', { token: app.token })
  expect(listed.body.workspaces).toContainEqual(
    expect.objectContaining({ workspaceId: created.body.workspaceId, name: 'Key accounts', role: 'admin' }),
  )
})

test('the same operation id gives the first answer again, with another request 409', async () => {
  const ask = (name: string) =>
    app.call('POST', '/v1/workspaces', { token: app.token, operation: 'once', body: { name } })
  const first = await ask('One')
  app.clock.now = new Date('2027-01-01T00:00:00Z')
  const token = await app.tokenOf({ sub: 'ada', email: 'ada@example.com', name: 'Ada' })
  const again = await app.call('POST', '/v1/workspaces', { token, operation: 'once', body: { name: 'One' } })
  expect(again).toMatchObject({ status: 201, body: first.body })
  const other = await app.call('POST', '/v1/workspaces', { token, operation: 'once', body: { name: 'Two' } })
  expect(other).toMatchObject({ status: 409, body: { error: { code: 'operationReused' } } })
  app.clock.now = new Date('2026-03-10T08:00:00Z')
})

test('two that arrive at once make one workspace', async () => {
  const ask = { token: app.token, operation: 'at-once', body: { name: 'Same' } }
  const replies = await Promise.all([1, 2, 3].map(() => app.call('POST', '/v1/workspaces', ask)))
  expect(new Set(replies.map((reply) => reply.body.workspaceId)).size).toBe(1)
})

const bad: [string, unknown, string, string][] = [
  ['no body', undefined, 'badJson', 'The body of the request is not JSON. Send JSON.'],
  ['no name', {}, 'fieldMissing', '"name" is missing. Add it.'],
  ['a blank name', { name: ' ' }, 'fieldFormat', '"name" must be a text that is not blank.'],
  ['a number as name', { name: 5 }, 'fieldFormat', '"name" must be text.'],
  [
    'no time zone',
    { name: 'A', timeZone: 'Mars/Base' },
    'fieldFormat',
    '"timeZone" must be a time zone such as Asia/Shanghai.',
  ],
]
test.each(bad)('%s is refused with one sentence', async (_, body, code, message) => {
  const reply = await app.call('POST', '/v1/workspaces', { token: app.token, body })
  expect(reply).toMatchObject({ status: 400, body: { error: { code, message, requestId: expect.any(String) } } })
})

test('a write without an operation id is refused, in the language asked for', async () => {
  const ask = { token: app.token, operation: null, language: 'zh-CN', body: { name: 'A' } }
  const reply = await app.call<{ error: { message: string } }>('POST', '/v1/workspaces', ask)
  expect(reply.status).toBe(400)
  expect(reply.body.error.message).toContain('写操作需要')
})
