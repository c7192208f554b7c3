import type { JWTPayload } from 'jose'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
let issued: JWTPayload
beforeAll(async () => {
  app = await runningApp()
  issued = JSON.parse(Buffer.from(app.token.split('.')[1]!, 'base64url').toString())
})
afterAll(() => app.close())

const SECONDS = Date.parse('2026-03-10T08:00:00Z') / 1000

describe('only a token that passes every check names a person', () => {
  /** A token by the app's own key, as issued but for what a case changes. */
  const changed = async (payload: Record<string, unknown>, header: { kid?: string } = {}) =>
    app.sign({ ...issued, ...payload }, { alg: 'RS256', kid: 'local-1', ...header })

  const cases: [string, () => Promise<string>, 200 | 401][] = [
    ['as issued', async () => app.token, 200],
    ['issuer without https', () => changed({ iss: String(issued.iss).replace('https://', '') }), 200],
    ['expired within a minute', () => changed({ exp: SECONDS - 30 }), 200],
    ['expired over a minute ago', () => changed({ exp: SECONDS - 90 }), 401],
    ['not yet valid', () => changed({ nbf: SECONDS + 90 }), 401],
    ['without an end', () => changed({ exp: undefined }), 401],
    ['another issuer', () => changed({ iss: 'https://evil.example' }), 401],
    ['an issuer that begins alike', () => changed({ iss: `${issued.iss}.evil.example` }), 401],
    ['another audience', () => changed({ aud: 'somebody-else' }), 401],
    ['e-mail not verified', () => changed({ email_verified: false }), 401],
    ['e-mail verified as text', () => changed({ email_verified: 'true' }), 401],
    ['without a subject', () => changed({ sub: undefined }), 401],
    ['with a blank subject', () => changed({ sub: '' }), 401],
    ['unknown key id', () => changed({}, { kid: 'another' }), 401],
    ['not signed', async () => new UnsecuredJWT(issued).encode(), 401],
    ['signed by another key', () => foreign('RS256'), 401],
    ['another algorithm by another key', () => foreign('ES256'), 401],
    ['a key in its own header', () => foreign('RS256', true), 401],
    ['HMAC with the public key', publicKeyAsSecret, 401],
    ['altered', async () => app.token.replace(/\.[^.]+\./, `.${encoded({ ...issued, sub: 'eve' })}.`), 401],
    ['cut short', async () => app.token.slice(0, -10), 401],
    ['nonsense', async () => 'nonsense', 401],
    ['nothing', async () => '', 401],
  ]
  test.each(cases)('%s', async (_, token, status) => {
    const reply = await app.call('GET', '/v1/workspaces', { token: await token() })
    expect(reply.status).toBe(status)
    if (status === 401) expect(reply.body).toMatchObject({ error: { code: 'unauthorised' } })
  })

  async function foreign(alg: string, inHeader = false) {
    const { privateKey, publicKey } = await generateKeyPair(alg)
    const jwk = inHeader ? { jwk: await exportJWK(publicKey) } : {}
    return new SignJWT(issued).setProtectedHeader({ alg, kid: 'local-1', ...jwk }).sign(privateKey)
  }

  async function publicKeyAsSecret() {
    const { jwks } = app.backend.identity as { jwks: { keys: object[] } }
    const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]))
    return new SignJWT(issued).setProtectedHeader({ alg: 'HS256', kid: 'local-1' }).sign(secret)
  }
})

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

function encoded(payload: object): string {
  return Buffer.from(JSON.stringify(payload)).toString('base64url')
}
