import { randomUUID } from 'node:crypto'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { JWTPayload } from 'jose'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { app } from '../../functions/app.ts'
import type { Backend, LogEntry } from '../../functions/backend.ts'
import type { Person } from '../../functions/identity.ts'
import type { Role } from '../../functions/store/workspace-key.ts'
import { makeTable, TABLE } from '../../local/backend.ts'
import { documentClient } from '../../local/dynamodb/client.ts'
import { openEngine } from '../../local/dynamodb/engine.ts'
import { recordedApp, recordedEngine } from '../recorder/recorded.ts'
import type { Recorder } from '../recorder/recorder.ts'

export type Reply<T = Record<string, unknown>> = { status: number; body: T; headers: Headers }

export type Asked = {
  token?: string | undefined
  key?: string
  /** Where a key is used. */
  spreadsheetId?: string
  body?: unknown
  operation?: string | null
  language?: string
  accept?: string
}

const ISSUER = 'https://identity.test'
const AUDIENCE = 'tiersheet-test'

/** One pair for all apps of a test file: making one is slow. */
const keys = generateKeyPair('RS256')

export const ADA: Person = { sub: 'ada', email: 'ada@example.com', name: 'Ada' }

/**
 * The app over the embedded engine in memory, or the engine that `AWS_ENDPOINT_URL_DYNAMODB` names, with a clock that a
 * test can turn, and a client of one line.
 *
 * @param recorder Watches what is sent to the engine, and for whom.
 */
export async function runningApp(recorder?: Recorder) {
  const clock = { now: new Date('2026-03-10T08:00:00Z') }
  const other = process.env.AWS_ENDPOINT_URL_DYNAMODB !== undefined
  const engine = other ? undefined : await openEngine({ dir: ':memory:', now: () => clock.now.getTime() })
  const watched = engine && recorder ? recordedEngine(engine, recorder) : engine
  const db: DynamoDBDocumentClient = documentClient(watched && { engine: watched })
  const table = other ? `${TABLE}-${randomUUID()}` : TABLE
  await makeTable(db, table)
  const { publicKey, privateKey } = await keys
  const jwk = { ...(await exportJWK(publicKey)), kid: 'local-1', alg: 'RS256' }
  const log: LogEntry[] = []
  const backend: Backend = {
    db,
    table,
    identity: {
      issuer: ISSUER,
      audience: [AUDIENCE, 'another-client'],
      jwks: { keys: [jwk] },
      longestSeconds: 30 * 86_400,
    },
    signingKey: 'a signing key that is used in tests only',
    now: () => clock.now,
    publicUrl: 'https://tiersheet.test',
    log: (entry) => log.push(entry),
  }
  const hono = app(backend)
  if (recorder) recordedApp(hono, recorder)
  let operations = 0

  /** Calls the API; a write is given a fresh operation id unless `operation` says otherwise. */
  async function call<T = Record<string, never>>(method: string, path: string, asked: Asked = {}): Promise<Reply<T>> {
    const { token, key, spreadsheetId = 'sheet', body, operation, language, accept } = asked
    const headers = new Headers({ 'Content-Type': 'application/json' })
    if (token) headers.set('Authorization', `Bearer ${token}`)
    if (key) headers.set('X-Document-Key', key)
    if (key) headers.set('X-Spreadsheet-Id', spreadsheetId)
    if (language) headers.set('Accept-Language', language)
    if (accept) headers.set('Accept', accept)
    if (operation !== null && method !== 'GET') headers.set('Idempotency-Key', operation ?? `op-${++operations}`)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await hono.request(path, { method, headers, ...(body === undefined ? {} : { body: text }) })
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }

  /** A token by the key that the app trusts. */
  function sign(payload: JWTPayload, header: { alg: string; kid: string }): Promise<string> {
    return new SignJWT(payload).setProtectedHeader(header).sign(privateKey)
  }

  function tokenOf({ sub, email, name }: Person): Promise<string> {
    const iat = clock.now.getTime() / 1000
    const claims = { iss: ISSUER, aud: AUDIENCE, sub, email, name, email_verified: true, iat, exp: iat + 30 * 86_400 }
    return sign(claims, { alg: 'RS256', kid: 'local-1' })
  }

  /** Lets somebody into a workspace of Ada's, where they are not in it. @returns Their token. */
  async function join(person: Person, role: Role, workspaceId = body.workspaceId): Promise<string> {
    const asked = { token: await tokenOf(ADA), body: { email: person.email, role } }
    const invited = await call<{ invitationId: string }>('POST', `/v1/workspaces/${workspaceId}/invitations`, asked)
    const own = await tokenOf(person)
    if (invited.status === 201)
      await call('POST', `/v1/invitations/${invited.body.invitationId}/accept`, { token: own })
    return own
  }

  const token = await tokenOf(ADA)
  const { body } = await call<{ workspaceId: string }>('POST', '/v1/workspaces', { token, body: { name: 'Team' } })
  return {
    backend,
    hono,
    call,
    log,
    clock,
    token,
    tokenOf,
    join,
    workspaceId: body.workspaceId,
    at: (path: string) => `/v1/workspaces/${body.workspaceId}${path}`,
    close: async () => engine?.close(),
  }
}

export type RunningApp = Awaited<ReturnType<typeof runningApp>>
