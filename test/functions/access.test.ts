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

test('the log has one line a request and names nobody', async () => {
  app.log.length = 0
  await app.call('GET', '/v1/workspaces', { token: app.token })
  expect(app.log).toHaveLength(1)
  expect(app.log[0]).toMatchObject({ operationId: 'listWorkspaces', status: 200, requestId: expect.any(String) })
  expect(JSON.stringify(app.log)).not.toMatch(/\bada\b/i)
})
