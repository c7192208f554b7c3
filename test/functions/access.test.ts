import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())

test('nobody reaches another workspace, by their own id or by another one in the path', async () => {
  const eve = await app.tokenOf({ sub: 'eve', email: 'eve@example.com', name: 'Eve' })
  const hers = await app.call<{ workspaceId: string }>('POST', '/v1/workspaces', { token: eve, body: { name: 'Hers' } })
  const survey = await app.call<{ surveyId: string }>('POST', app.at('/surveys'), {
    token: app.token,
    body: { title: 'Ours' },
  })
  const theirs = `/v1/workspaces/${hers.body.workspaceId}`
  expect((await app.call('GET', app.at(`/surveys/${survey.body.surveyId}`), { token: eve })).status).toBe(403)
  expect((await app.call('GET', `${theirs}/surveys/${survey.body.surveyId}`, { token: eve })).status).toBe(404)
  for (const id of ['%23', 'x%23M', `${app.workspaceId}%23M`, '..', '%00']) {
    expect((await app.call('GET', `/v1/workspaces/${id}/surveys`, { token: eve })).status).toBeGreaterThanOrEqual(403)
  }
  expect((await app.call('GET', `${theirs}/surveys/x%23META`, { token: eve })).status).toBe(404)
})

test('a document key reads its own workspace until it is revoked, and is the same for the same operation', async () => {
  const ask = { token: app.token, operation: 'key-1', body: { spreadsheetId: 'sheet', grants: ['figures'] } }
  const path = app.at('/document-keys')
  const first = await app.call<{ keyId: string; documentKey: string }>('POST', path, ask)
  expect(first.status).toBe(201)
  expect((await app.call('POST', path, ask)).body).toEqual(first.body)
  const { keyId, documentKey: key } = first.body
  const body = { queries: [{ function: 'SURVEY', survey: 'none' }] }
  expect((await app.call('POST', app.at('/cells'), { key, body })).status).toBe(200)
  expect((await app.call('POST', '/v1/workspaces/another/cells', { key, body })).status).toBe(403)
  expect((await app.call('POST', app.at('/cells'), { key: `${key}x`, body })).status).toBe(401)
  expect((await app.call('DELETE', `${path}/${keyId}`, { token: app.token })).status).toBe(200)
  expect((await app.call('POST', app.at('/cells'), { key, body })).status).toBe(401)
  expect((await app.call('DELETE', `${path}/${keyId}`, { token: app.token })).status).toBe(404)
})

test('a key without the grant for figures reads none', async () => {
  const body = { spreadsheetId: 'sheet', grants: ['facts'] }
  const made = await app.call<{ documentKey: string }>('POST', app.at('/document-keys'), { token: app.token, body })
  const asked = { key: made.body.documentKey, body: { queries: [{ function: 'SURVEY', survey: 'none' }] } }
  expect((await app.call('POST', app.at('/cells'), asked)).status).toBe(403)
})

test('the log has one line a request and names nobody', async () => {
  app.log.length = 0
  await app.call('GET', '/v1/workspaces', { token: app.token })
  expect(app.log).toHaveLength(1)
  expect(app.log[0]).toMatchObject({ operationId: 'listWorkspaces', status: 200, requestId: expect.any(String) })
  expect(JSON.stringify(app.log)).not.toMatch(/ada/i)
})
