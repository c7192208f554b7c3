import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Complaint } from '../../core/complaint/complaint.ts'
import type { Acted } from '../../core/complaint/complaint-event.ts'
import { feedbackAddress, newFeedbackLink } from '../../functions/complaint/feedback-link.ts'
import { access, whoMay } from '../../functions/request/access.ts'
import { routes } from '../../functions/routes/routes.ts'
import type { Grant } from '../../functions/store/document-key.ts'
import { transact } from '../../functions/store/table.ts'
import type { Role } from '../../functions/store/workspace-key.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import type { RunningApp } from './running-app.ts'
import { ADA, runningApp } from './running-app.ts'

/** What a caller brings, and what the routes should take them for. */
type Caller = {
  token?: string
  key?: string
  spreadsheetId?: string
  /** A signed-in person: in this workspace with a role, or in none of it. */
  is?: Role | 'stranger'
  /** The holder of a document key that is one: what it may read in this workspace, from where it asks. */
  grants?: Grant[]
}

type Described = { operationId: string; security: object[]; 'x-role'?: Role; 'x-grants'?: Grant[] }

const RANKS: Role[] = ['viewer', 'editor', 'admin']
const OWN = 'sheet-own'

let app: RunningApp
let callers: Record<string, Caller>
/** Secrets of public pages, by the path that they open. */
let links: Record<string, string>
let operations: { method: string; path: string; each: Described }[]
beforeAll(async () => {
  app = await runningApp()
  type Document = { paths: Record<string, Record<string, Described>> }
  const { body } = await app.call<Document>('GET', '/openapi.json')
  operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ method: method.toUpperCase(), path, each })),
  )
  links = await pageLinks()
  callers = { ...(await people()), ...(await keys()) }
  for (const [path, link] of Object.entries(links)) callers[`the link of ${path} as a key`] = { key: link }
  callers['the link of a page as a token'] = { token: Object.values(links)[0]! }
})
afterAll(() => app.close())

test('the table of access and the routes are the same operations, each once', () => {
  expect(routes.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(access).sort())
})

test('the description of the API says whom the table admits', () => {
  for (const { each } of operations) {
    const who = whoMay(each.operationId as keyof typeof access)
    expect([each.operationId, admitted(each)]).toEqual([
      each.operationId,
      typeof who === 'object' ? [who.document].flat() : who,
    ])
  }
})

test('a route that is not open to everyone stands below a workspace, or takes whoever signed in', () => {
  for (const { path, each } of operations) {
    const who = admitted(each)
    if (who === 'public') expect(path).not.toMatch(/^\/v1\//)
    else if (who !== 'person') expect(path).toMatch(/^\/v1\/workspaces\/\{workspaceId\}/)
  }
})

test('nobody changes anything as a viewer, or with a key', () => {
  const changed = routes.filter(({ writes }) => writes).map(({ operationId }) => [operationId, whoMay(operationId)])
  expect(changed.filter(([, who]) => who === 'viewer' || typeof who === 'object')).toEqual([])
})

test('every operation that is described admits exactly whom it names, before it looks at anything else', async () => {
  for (const { method, path, each } of operations) {
    const at = path.replace('{workspaceId}', app.workspaceId).replace(/\{\w+\}/g, 'x'.repeat(16))
    const who = admitted(each)
    const told = Object.entries(callers).map(async ([name, caller]) => {
      const { status } = await asked(method, at, caller)
      return [name, status === 401 || status === 403 || status >= 500 ? status : 'in']
    })
    const promised = Object.entries(callers).map(([name, caller]) => [name, expected(who, caller)])
    expect([each.operationId, await Promise.all(told)]).toEqual([each.operationId, promised])
  }
})

test('a public page is opened by its own link alone', async () => {
  const others = Object.values(callers).flatMap(({ key = [] }) => key)
  for (const [path, link] of Object.entries(links)) {
    for (const other of new Set(others)) {
      if (other === link) continue
      const { status } = await asked('GET', path.replace('{link}', other), {})
      expect([path, other, status]).toEqual([path, other, 404])
    }
    expect((await asked('GET', path.replace('{link}', link), {})).status).not.toBe(404)
  }
})

type Who = 'public' | 'person' | Role | Grant[]

function admitted(each: Described): Who {
  if (each.security.length === 0) return 'public'
  if ('documentKey' in each.security[0]!) return each['x-grants'] ?? []
  return each['x-role'] ?? 'person'
}

function expected(who: Who, { is, grants }: Caller): 'in' | 401 | 403 {
  if (who === 'public') return 'in'
  if (typeof who === 'object') {
    if (!grants) return 401
    return grants.some((grant) => who.includes(grant)) ? 'in' : 403
  }
  if (!is) return 401
  if (who === 'person') return 'in'
  return is !== 'stranger' && RANKS.indexOf(is) >= RANKS.indexOf(who) ? 'in' : 403
}

/** Without an Idempotency-Key, so that whoever is let in changes nothing. */
function asked(method: string, path: string, { token, key, spreadsheetId }: Caller) {
  const headers = new Headers({ Accept: 'application/json', 'Content-Type': 'application/json' })
  if (token) headers.set('Authorization', `Bearer ${token}`)
  if (key) headers.set('X-Document-Key', key)
  if (spreadsheetId) headers.set('X-Spreadsheet-Id', spreadsheetId)
  return app.hono.request(path, { method, headers, ...(method !== 'GET' && { body: '{}' }) })
}

async function people(): Promise<Record<string, Caller>> {
  const person = (sub: string) => ({ sub, email: `${sub}@example.com`, name: sub })
  const found: Record<string, Caller> = { nobody: {} }
  for (const role of RANKS) found[role] = { token: await app.join(person(role), role), is: role }
  found['an admin who was removed'] = { token: await app.join(person('gone'), 'admin'), is: 'stranger' }
  await app.call('DELETE', app.at('/members/gone'), { token: app.token })
  found['somebody without a workspace'] = { token: await app.tokenOf(person('nobody')), is: 'stranger' }
  const token = await app.tokenOf(person('eve'))
  await app.call('POST', '/v1/workspaces', { token, body: { name: 'Hers' } })
  found['the admin of another workspace'] = { token, is: 'stranger' }
  return found
}

async function keys(): Promise<Record<string, Caller>> {
  const of = async (workspaceId: string, token: string, grants: Grant[]) => {
    const asked = { token, body: { spreadsheetId: OWN, grants } }
    const at = `/v1/workspaces/${workspaceId}/document-keys`
    return (await app.call<{ documentKey: string }>('POST', at, asked)).body.documentKey
  }
  const found: Record<string, Caller> = {}
  for (const grant of ['figures', 'facts', 'kpis'] as const) {
    const key = await of(app.workspaceId, app.token, [grant])
    found[`a key for ${grant}`] = { key, spreadsheetId: OWN, grants: [grant] }
    found[`a key for ${grant} in a copy of its spreadsheet`] = { key, spreadsheetId: 'sheet-copy', grants: [] }
  }
  const token = await app.tokenOf({ sub: 'zoe', email: 'zoe@example.com', name: 'Zoe' })
  const asked = { token, body: { name: 'Theirs' } }
  const { workspaceId } = (await app.call<{ workspaceId: string }>('POST', '/v1/workspaces', asked)).body
  const foreign = await of(workspaceId, token, ['figures', 'facts', 'kpis'])
  found['a key of another workspace'] = { key: foreign, spreadsheetId: OWN, grants: [] }
  const key = await audienceKey()
  found['the key of an audience'] = { key, spreadsheetId: OWN, grants: ['kpis'] }
  found['the key of an audience that does not say where it is'] = { key, grants: [] }
  found['a key that was cut short'] = { key: key.slice(0, -1), spreadsheetId: OWN }
  found['a key as a token'] = { token: key }
  return found
}

async function audienceKey(): Promise<string> {
  const write = async (path: string, body: object) =>
    (await app.call<Record<'audienceId' | 'code', string>>('POST', app.at(path), { token: app.token, body })).body
  const { audienceId } = await write('/audiences', { kind: 'everyone', name: '' })
  const { code } = await write(`/audiences/${audienceId}/codes`, {})
  const asked = { token: app.token, body: { code, spreadsheetId: OWN, spreadsheetTitle: 'Own' } }
  return (await app.call<{ documentKey: string }>('POST', '/v1/audience-codes/redeem', asked)).body.documentKey
}

async function pageLinks(): Promise<Record<string, string>> {
  const { backend, token } = app
  const survey = await app.call<{ surveyId: string }>('POST', app.at('/surveys'), { token, body: { title: 'Ours' } })
  const open = await app.call<{ link: string }>('POST', app.at(`/surveys/${survey.body.surveyId}/open`), { token })
  const form = await app.call<{ link: string }>('POST', app.at('/complaint-link'), { token, body: {} })
  const intake = { channel: 'hotline', description: 'Wet.', contact: { name: 'Bo' } }
  const { id } = (await app.call<{ id: string }>('POST', app.at('/complaints'), { token, body: intake })).body
  const { workspace } = (await WorkspaceKey.ofMember(backend, ADA, app.workspaceId))!
  const asks = { version: 1, at: '2026-03-10T08:00:00Z' } as Acted
  await transact(backend, [newFeedbackLink(backend, workspace, { id } as Complaint, asks)])
  const addresses = [open.body.link, form.body.link, feedbackAddress(backend, workspace, id, 1)]
  return Object.fromEntries(
    addresses.map((address) => {
      const [, page, link] = new URL(address).pathname.split('/') as [string, string, string]
      return [`/${page}/{link}`, link]
    }),
  )
}
