import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app as backendApp } from '../../functions/app.ts'
import { jsonValue } from '../../functions/request/json-value.ts'
import { plainText } from '../../functions/request/plain-text.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

let app: RunningApp
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeAll(async () => {
  app = await runningApp()
  desk = await surveyDesk(app)
})
afterAll(() => app.close())

type Sent = { type?: string | undefined; headers?: Record<string, string>; body?: BodyInit; language?: string }
let sent = 0

async function post(
  path: string,
  { type = 'application/json', headers = {}, body = '{"name":"Team"}', language = 'en' }: Sent,
) {
  const reply = await app.hono.request(path, {
    method: 'POST',
    body,
    headers: {
      Authorization: `Bearer ${app.token}`,
      'Idempotency-Key': `sent-${++sent}`,
      'Content-Type': type,
      'Accept-Language': language,
      ...headers,
    },
  })
  const text = await reply.text()
  const { error } = text.startsWith('{') ? JSON.parse(text) : { error: undefined }
  return { status: reply.status, text, error, code: error?.code ?? String(reply.status) }
}
const made = (body: BodyInit, more: Sent = {}) => post('/v1/workspaces', { body, ...more })

describe('what a body is', () => {
  test.each([
    ['application/json', '201'],
    ['application/json; charset=utf-8', '201'],
    ['Application/JSON;charset="UTF-8"', '201'],
    ['application/json; charset=utf-16', 'bodyCharset'],
    ['application/json; charset=gbk', 'bodyCharset'],
    ['text/plain', 'bodyType'],
    ['text/json', 'bodyType'],
    ['application/jsonp', 'bodyType'],
    ['text/html; application/json', 'bodyType'],
    ['application/x-www-form-urlencoded', 'bodyType'],
    ['', 'bodyType'],
    ['application/json,text/plain', 'bodyType'],
  ])('to a route of people "%s" is %s', async (type, expected) => {
    expect((await made('{"name":"Team"}', { type })).code).toBe(expected)
  })

  test.each([
    ['application/x-www-form-urlencoded', 'ticket=x', 400],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="show"\r\n\r\nen\r\n--x--', 200],
    ['multipart/form-data', '--x', 400],
    ['text/plain', 'show=en', 415],
    ['application/xml', '<show>en</show>', 415],
    ['', 'show=en', 415],
    ['application/x-www-form-urlencoded; charset=utf-16', 'show=en', 415],
  ])('to a page "%s" with %s is %i, in words', async (type, body, status) => {
    const reply = await post(desk.path, { type, body })
    expect([reply.status, reply.text]).toEqual([status, expect.stringContaining('<h1>')])
  })

  test('says in both languages how it is to be sent', async () => {
    expect((await made('x', { type: 'text/plain' })).error.message).toBe(
      'Send the request as application/json: its Content-Type says something else.',
    )
    expect((await made('x', { type: 'text/plain', language: 'zh-CN' })).error.message).toBe(
      '请求的 Content-Type 不符，请以 application/json 发送。',
    )
  })

  test('has to be UTF-8, as it is', async () => {
    expect((await made(Buffer.from('\ufeff{"name":"With a mark"}'))).status).toBe(201)
    expect((await made(Buffer.from('{"name":"caf\xe9"}', 'latin1'))).code).toBe('bodyCharset')
    expect((await made(Buffer.from('{"name":"\xc0\xaf"}', 'latin1'))).code).toBe('bodyCharset')
    expect((await made(gzipSync('{"name":"Zip"}'))).code).toBe('bodyCharset')
    expect((await made(gzipSync('{"name":"Zip"}'), { headers: { 'Content-Encoding': 'gzip' } })).code).toBe(
      'bodyCharset',
    )
  })

  test('that unpacks to very much is never unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const started = performance.now()
    expect((await made(bomb, { headers: { 'Content-Encoding': 'gzip' } })).status).toBe(415)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('how deep JSON is', () => {
  const nested = (depth: number, [open, close] = ['[', ']']) => open!.repeat(depth) + close!.repeat(depth)
  const objects = (depth: number) => nested(depth, ['{"a":', '}']).replace(':}', ':1}')

  test.each([
    [63, 'fieldMissing'],
    [64, 'fieldMissing'],
    [65, 'bodyTooDeep'],
    [500_000, 'bodyTooDeep'],
  ])('%i lists: %s', async (depth, code) => {
    expect((await made(nested(depth))).code).toBe(code)
  })

  test.each([
    [63, 'fieldMissing'],
    [64, 'fieldMissing'],
    [65, 'bodyTooDeep'],
    [300_000, 'bodyTooDeep'],
  ])('%i objects: %s', async (depth, code) => {
    expect((await made(objects(depth))).code).toBe(code)
  })

  test('is no failure where a route takes what it likes', async () => {
    const body = `{"ticket":"x","answers":{"nps":${nested(62)}}}`
    expect((await post(desk.path, { body })).status).toBe(400)
    expect(
      (await post(app.at(`/surveys/${desk.surveyId}/answers`), { body: body.replace('ticket', 'date') })).status,
    ).toBe(400)
  })

  test('is counted of what is open, not of what stands in texts or side by side', () => {
    const flat = `[${Array.from({ length: 1000 }, () => '{"a":["{{{{[[[["]}').join(',')}]`
    expect(jsonValue(flat)).toHaveLength(1000)
    expect(jsonValue(JSON.stringify('\\"['.repeat(200)))).toBe('\\"['.repeat(200))
  })

  test('does not matter for what is no JSON at all', () => {
    for (const text of ['', ']', '}}}', '"', '"\\', '{"a"', '{"\\x":1}', '{"a" "b":', '[}', 'nul', '\u0000'])
      expect(() => jsonValue(text), text).toThrow('not JSON')
  })
})

describe('a field that stands twice', () => {
  test.each([
    '{"name":"A","name":"B"}',
    '{"name":"A","n\\u0061me":"B"}',
    '{"name":"A", "name" :"B"}',
    '{"x":[{"name":1},{"a":{},"name":1,"name":2}]}',
    '{"name":"A","name":"A"}',
  ])('is refused in %s', async (body) => {
    expect(await made(body)).toMatchObject({ status: 400, error: { code: 'fieldTwice', details: { field: 'name' } } })
  })

  test('is none where the objects or the texts differ', () => {
    for (const text of ['{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}', '{"a":"\\"a\\":1,\\"a\\":2","A":1,"a ":2}'])
      expect(jsonValue(text)).toEqual(JSON.parse(text))
  })

  test('is refused in the address too', async () => {
    const figures = (query: string) =>
      app.call('GET', app.at(`/surveys/${desk.surveyId}/figures?${query}`), { token: app.token })
    expect(await figures('metric=NPS&metric=CSAT')).toMatchObject({
      status: 400,
      body: { error: { code: 'fieldTwice' } },
    })
    expect(await figures('metric=NPS&utm=1&utm=2')).toMatchObject({ status: 200 })
  })

  test('or as something else is refused in a form, with nothing kept of it', async () => {
    const before = await desk.count()
    const { ticket } = await desk.open()
    const form = async (...fields: [string, string | Blob][]) => {
      const data = new FormData()
      for (const [name, value] of [['ticket', ticket], ['answers.nps', '9'], ...fields] as const)
        data.append(name, value)
      return (await app.hono.request(desk.path, { method: 'POST', body: data })).status
    }
    expect(await form(['ticket', ticket])).toBe(400)
    expect(await form(['answers.nps', '8'])).toBe(400)
    expect(await form(['answers', 'x'])).toBe(400)
    expect(await form(['answers.why', new Blob(['a file'])])).toBe(400)
    expect(await form(['answers.why', new Blob([Buffer.from([0xff, 0xfe])])])).toBe(415)
    expect(await desk.count()).toBe(before)
  })
})

describe('names that every object has', () => {
  test.each(['__proto__', 'constructor', 'prototype', '__pr\\u006fto__'])('%s is refused in JSON', async (name) => {
    for (const body of [`{"name":"A","${name}":{"role":"admin"}}`, `{"name":"A","x":[{"${name}":1}]}`])
      expect(await made(body)).toMatchObject({ status: 400, error: { code: 'fieldUnknown' } })
  })

  test.each([
    '__proto__',
    '__proto__.x',
    'answers.__proto__',
    'answers.constructor',
    'constructor.prototype',
    'prototype',
  ])('%s is refused in a form', async (name) => {
    const reply = await post(desk.path, {
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ show: 'en', [name]: '1' }).toString(),
    })
    expect([reply.status, ({} as { x?: unknown }).x]).toEqual([400, undefined])
  })
})

test.each([
  ['a tab\tand\r\nlines\n', 'a tab\tand\r\nlines\n'],
  ['NUL\u0000, bell\u0007, escape\u001b[31m', 'NUL, bell, escape[31m'],
  ['delete\u007f, C1\u009b31m', 'delete, C131m'],
  ['slide\u000bpage\u000cend', 'slide\npage\nend'],
  ['half \ud83d of a pair', 'half \ufffd of a pair'],
  ['whole 😀', 'whole 😀'],
  ['invoice\u202efdp.exe\u202c', 'invoicefdp.exe\u202c'],
  ['opened \u2067only', 'opened only'],
  ['closed\u2069 \u2067only', 'closed only'],
  ['שלום\u200f \u2067ab\u2069', 'שלום\u200f \u2067ab\u2069'],
])('%j is kept as %j', async (text, kept) => {
  expect(plainText(text)).toBe(kept)
  expect(jsonValue(JSON.stringify({ a: [text] }))).toEqual({ a: [kept] })
  expect(
    jsonValue(
      JSON.stringify(text).replace(
        /[\u007f-\uffff]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ),
  ).toBe(kept)
})

test('a customer is kept without what no text keeps, also where a form sends it', async () => {
  await desk.answer({ nps: '9', why: 'Late\u0000\u202e again' })
  expect((await desk.answers())[0]!.answers.why).toBe('Late again')
})

test('every reply tells a browser to take nothing else from it', async () => {
  const headers = { Authorization: `Bearer ${app.token}`, Accept: 'application/json' }
  for (const path of ['/health', '/nowhere', desk.path, app.at('/surveys'), '/v1/workspaces']) {
    const reply = await app.hono.request(path, { headers })
    expect([path, Object.fromEntries(reply.headers)]).toEqual([
      path,
      expect.objectContaining({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringMatching(/^max-age=\d{8}$/),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      }),
    ])
    expect(reply.headers.has('access-control-allow-origin')).toBe(false)
  }
})

test('a failure inside is told by its place, not by its words, be they made to look like a place', async () => {
  const entries: unknown[] = []
  const words = 'canary mei@example.com\n    at canary (/secret:1:1)\nmore'
  const failing = backendApp({
    ...app.backend,
    log: (entry) => entries.push(entry),
    db: { send: () => Promise.reject(new Error(words)) } as unknown as typeof app.backend.db,
  })
  const reply = await failing.request('/v1/workspaces', { headers: { Authorization: `Bearer ${app.token}` } })
  const told = (await reply.json()) as { error: { requestId: string } }
  expect([reply.status, told]).toEqual([
    500,
    { error: { code: 'internal', message: expect.any(String), requestId: told.error.requestId } },
  ])
  expect(entries).toMatchObject([{ status: 500, requestId: told.error.requestId, failure: { name: 'Error' } }])
  expect(JSON.stringify([entries, told])).not.toMatch(/canary|mei|secret/)
})

test('what an address says of its workspace is not logged until it is proven', async () => {
  await app.call('GET', '/v1/workspaces/mei@example.com/surveys', { token: app.token })
  await app.call('GET', '/v1/workspaces/mei%0Aexample/surveys')
  expect(JSON.stringify(app.log.slice(-2))).not.toMatch(/mei/)
  await app.call('GET', app.at('/surveys'), { token: app.token })
  expect(app.log.at(-1)!.workspaceId).toBe(app.workspaceId)
})

describe('over a connection', () => {
  const exchanged = async (head: string, ...parts: (string | Buffer)[]) => {
    const server = createAdaptorServer({ fetch: app.hono.fetch })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    let told = ''
    socket.on('data', (data) => {
      told += data
    })
    socket.on('error', () => undefined)
    socket.write(
      `POST ${desk.path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n${head}\r\n\r\n`,
    )
    for (const part of parts) socket.write(part)
    await Promise.race([once(socket, 'data'), once(socket, 'close')])
    socket.destroy()
    await new Promise((resolve) => {
      server.close(resolve)
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
    return told.split('\r\n')[0] ?? ''
  }
  const json = (bytes: number) => `{"ticket":"${'x'.repeat(bytes - '{"ticket":""}'.length)}"}`
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

  test.each([
    ['15,999 bytes in chunks', 15_999, '400'],
    ['16,000 bytes in chunks', 16_000, '400'],
    ['16,001 bytes in chunks', 16_001, '413'],
  ])('%s', async (_, bytes, status) => {
    const text = json(bytes)
    const halves = [text.slice(0, 8000), text.slice(8000)].map(chunk)
    expect(await exchanged('Transfer-Encoding: chunked', ...halves, '0\r\n\r\n')).toContain(status)
  })

  test('a length that is not that of the body is refused', async () => {
    expect(await exchanged('Content-Length: 16001', json(100))).toContain('413')
    expect(await exchanged('Content-Length: 9999999999999', json(100))).toContain('413')
    expect(
      await exchanged('Content-Length: 100\r\nTransfer-Encoding: chunked', chunk(json(100)), '0\r\n\r\n'),
    ).toContain('400')
    expect(await exchanged('Content-Length: -1', json(100))).toContain('400')
    expect(await exchanged('Content-Length: 12x', json(100))).toContain('400')
    expect(await exchanged('X: a\r\n b\u0000c: d', json(100))).toContain('400')
  })
})
