import fc from 'fast-check'
import { safeParse } from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openapi } from '../../functions/openapi.ts'
import { whoMay } from '../../functions/request/access.ts'
import type { Route } from '../../functions/request/route.ts'
import { routes } from '../../functions/routes/routes.ts'
import { newRecorder } from '../recorder/recorder.ts'
import { arbitraryOf } from './arbitrary-of.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

/** Requests of one route, and what they are made from; `npm run fuzz` says them. */
const RUNS = Number(process.env.FUZZ_REQUESTS ?? 16)
const SEED = Number(process.env.FUZZ_SEED ?? 5)
/** Longer than any request may take. */
const HANGS_MS = 20_000

const recorder = newRecorder()
let app: RunningApp
let documentKey: string
/** Of those who may less, or nothing. */
let otherTokens: string[]
/** Ids and texts by which a request finds something, and those that are parts of paths by their names. */
let words: string[]
let ids: Record<string, string[]>
let description: ReturnType<typeof openapi> | undefined
const unhandled: unknown[] = []
const onUnhandled = (error: unknown) => unhandled.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled)
  app = await runningApp(recorder)
  const post = async <T>(path: string, body?: unknown) =>
    (await app.call<T>('POST', app.at(path), { token: app.token, ...(body !== undefined && { body }) })).body
  await post('/customers', { customers: [{ id: 'C1', tier: 'A', owner: 'li' }] })
  const desk = await surveyDesk(app, { followUp: [{ question: 'nps', atMost: 6, opens: 'complaint' }] })
  const own = await desk.linkOf('C1')
  await desk.answer({ nps: '2', why: 'late' })
  const [answer] = await desk.answers()
  const page = await app.call<{ ticket: string }>('GET', own, { accept: 'application/json' })
  const complaint = { customerId: 'C1', channel: 'hotline', description: 'Wet' }
  const { id } = await post<{ id: string }>('/complaints', complaint)
  const key = { spreadsheetId: 'sheet', grants: ['figures', 'facts', 'kpis'] }
  documentKey = (await post<{ documentKey: string }>('/document-keys', key)).documentKey
  otherTokens = [
    await app.join({ sub: 'val', email: 'val@example.com', name: 'Val' }, 'viewer'),
    await app.tokenOf({ sub: 'zoe', email: 'zoe@example.com', name: 'Zoe' }),
    'x.y.z',
  ]
  const form = await post<{ link: string }>('/complaint-link', {})
  const links = [desk.path, own, new URL(form.link).pathname].map((path) => path.slice('/s/'.length))
  ids = { workspaceId: [app.workspaceId], surveyId: [desk.surveyId], answerId: [answer!.answerId], complaintId: [id] }
  ids.link = links
  words = [desk.surveyId, answer!.answerId, id, 'C1', 'nps', 'why', 'Spring survey', 'A', page.body.ticket, ...links]
})
afterAll(async () => {
  process.off('unhandledRejection', onUnhandled)
  await app.close()
})

const path = fc.oneof(fc.constantFrom('..', '%', '%00', '%ff', '%23', 'x'.repeat(400), '长', '', '?', '.'), fc.string())
const header = fc.oneof(
  fc.constantFrom('', ' ', 'x', '*', 'zh-CN', 'Bearer', 'Bearer x.y.z', '=', ';', 'text/html', 'application/json;'),
  fc.stringMatching(/^[\x20-\x7e]{0,40}$/),
)
const TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
]
const NAMES = [
  'Accept',
  'Accept-Language',
  'Content-Type',
  'Idempotency-Key',
  'Authorization',
  'X-Document-Key',
  'Content-Length',
  'Host',
  'X-Forwarded-For',
  'Expect',
]

type Asked = {
  params: string[]
  query: Record<string, unknown>
  body: string | undefined
  headers: Record<string, string>
}

function requests({ path: template, query, body, operationId, example }: Route): fc.Arbitrary<Asked> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const params = names.map((name) => {
    const fitting = fc.constantFrom(...(ids[name] ?? words)).map(encodeURIComponent)
    const other = fc.oneof(fc.constantFrom(...words).map(encodeURIComponent), path)
    return fc.oneof({ weight: 15, arbitrary: fitting }, { weight: 1, arbitrary: other })
  })
  const key = typeof whoMay(operationId) === 'object' && {
    ...{ 'X-Document-Key': documentKey, 'X-Spreadsheet-Id': 'sheet' },
  }
  const callers = fc.oneof(
    { weight: 8, arbitrary: fc.constant({ Authorization: `Bearer ${app.token}`, ...key }) },
    { weight: 1, arbitrary: fc.constantFrom(...otherTokens).map((token) => ({ Authorization: `Bearer ${token}` })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({}, { 'X-Document-Key': documentKey, 'X-Spreadsheet-Id': 'a copy' }),
    },
  )
  const made = body ? arbitraryOf(body, words) : fc.constant(undefined)
  const given = Object.entries(example?.body ?? {})
  // As somebody else's code might send it: the example with some of it otherwise.
  const amended = fc
    .tuple(fc.subarray(given), made)
    .map(([kept, other]) => ({ ...(other as object), ...Object.fromEntries(kept) }))
  const fitting = given.length > 0 ? fc.oneof(made, amended) : made
  const typed = { 'Content-Type': 'application/json', Accept: 'application/json' }
  return fc.record({
    params: fc.tuple(...params),
    query: query ? (arbitraryOf(query, words) as fc.Arbitrary<Record<string, unknown>>) : fc.constant({}),
    body: fc.oneof(
      { weight: 10, arbitrary: fitting.map((value) => JSON.stringify(value)) },
      { weight: 2, arbitrary: fc.json() },
      {
        weight: 1,
        arbitrary: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('--x\r\n\r\n', 'a.b=c&a=1&__proto__.x=1')),
      },
    ),
    headers: fc
      .tuple(
        fc.oneof(
          { weight: 6, arbitrary: fc.constant(typed) },
          { weight: 1, arbitrary: fc.constantFrom(...TYPES).map((type) => ({ 'Content-Type': type })) },
        ),
        fc.oneof(
          { weight: 6, arbitrary: fc.constant({}) },
          { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...NAMES), header, { maxKeys: 3 }) },
        ),
        fc.oneof(fc.uuid(), fc.constantFrom('op-a', 'op-b')),
        callers,
      )
      .map(([type, others, operation, caller]) => ({ ...caller, 'Idempotency-Key': operation, ...type, ...others })),
  })
}

test.each(routes.map((route) => [route.operationId, route] as const))(
  '%s answers whatever is sent, never with a failure of its own',
  async (_, route) => {
    const sent = fc.asyncProperty(requests(route), async ({ params, query, body, headers }) => {
      const left = [...params]
      const at = route.path.replace(/\{\w+\}/g, () => left.shift()!)
      const asked = new URLSearchParams(
        Object.entries(query ?? {}).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value && text(value))]],
        ),
      )
      const method = route.method.toUpperCase()
      const request = { method, headers, ...(method !== 'GET' && body !== undefined && { body }) }
      const reply = await app.hono.request(`http://tiersheet.test${at}?${asked}`, request)
      const told = await reply.text()
      expect(app.log.at(-1)?.failure).toBeUndefined()
      expect(reply.status).toBeLessThan(500)
      const isJson = reply.headers.get('Content-Type')?.includes('json')
      expect(declared(route)).toContain(String(reply.status))
      if (reply.status >= 400 && isJson) expect(JSON.parse(told).error.message).toMatch(/\S/)
      if (reply.status < 300 && isJson) expect(safeParse(route.reply, JSON.parse(told)).issues).toBeUndefined()
    })
    await fc.assert(sent, { seed: SEED, numRuns: RUNS, timeout: HANGS_MS })
    expect(unhandled).toEqual([])
  },
  RUNS * 500 + HANGS_MS,
)

test('of all that was sent to the table nothing was foreign', () => {
  expect(recorder.operations()).toBeGreaterThan(0)
  expect(recorder.foreign).toEqual([])
})

/** The statuses that the description of the API names. */
function declared({ path, method }: Route): string[] {
  description ??= openapi(routes, '')
  const { responses } = description.paths[path]![method] as { responses: object }
  return Object.keys(responses)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

test('a form that cannot be taken apart is refused, to a client and to a browser', async () => {
  const headers = { 'Content-Type': 'multipart/form-data', 'Accept-Language': 'en' }
  const reply = await app.hono.request(`/s/${ids.link![0]}`, { method: 'POST', headers, body: '--x' })
  expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('the fields of a form')])
})

test.each(['2026-03-09T10:00:00+00', '0000-10-01T20:00:00Z', '1999-12-31T23:59:59Z'])(
  'a complaint is not received at %s, a time that is none or long ago',
  async (receivedAt) => {
    const body = { customerId: 'C1', channel: 'hotline', description: 'Wet', receivedAt }
    const reply = await app.call('POST', app.at('/complaints'), { token: app.token, body })
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'fieldFormat' } } })
  },
)
