import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { app as backendApp } from '../../functions/app.ts'
import { PUBLIC_LIMITS } from '../../functions/request/rate-limits.ts'
import { messagesOf } from '../../functions/store/message.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, complaintDesk, type Told } from './complaint-desk.ts'
import { ADA } from './running-app.ts'
import { everything } from './survey-desk.ts'

let desk: ComplaintDesk
let workspace: WorkspaceKey
let path: string
beforeAll(async () => {
  desk = await complaintDesk()
  workspace = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!.workspace
})
afterAll(() => desk.close())
beforeEach(async () => {
  desk.at(new Date(desk.clock.now.getTime() + 3_600_000).toISOString())
  path = new URL((await link('POST', { channel: 'web' })).body.link!).pathname
})

type LinkReply = { link?: string; channel?: string }

async function link(method: string, body?: unknown, operation?: string) {
  const asked = { token: await desk.signedIn(), ...(body !== undefined && { body }), ...(operation && { operation }) }
  return desk.call<LinkReply>(method, desk.path('/complaint-link'), asked)
}

async function read(at = path, language = 'en') {
  const reply = await desk.hono.request(at, { headers: { 'Accept-Language': language } })
  const html = (await reply.text()).replace(reply.headers.get('X-Request-Id')!, '')
  return { status: reply.status, html: html.replace(/nonce="[^"]+"/, '') }
}

const ticketIn = (html: string) => /name="ticket" value="([^"]+)"/.exec(html)![1]!

const GOOD = { description: 'The pallet arrived wet.', name: 'Mei', email: 'mei@example.com' }

async function send(fields: Record<string, string>, ticket?: string, hono = desk.hono) {
  const body = new URLSearchParams({ ticket: ticket ?? ticketIn((await read()).html), ...fields })
  const reply = await hono.request(path, { method: 'POST', body, headers: { 'Accept-Language': 'en' } })
  return { status: reply.status, html: await reply.text(), headers: reply.headers }
}

async function complaints(): Promise<Told[]> {
  return (await desk.get<{ complaints: Told[] }>('/complaints?limit=500')).body.complaints
}

test('the form is one labelled form without script in the language of the reader; reading changes nothing', async () => {
  const before = await everything(desk)
  const { status, html } = await read()
  expect(status).toBe(200)
  expect(html).toMatch(/^<!doctype html><html lang="en">.*<h1>Write to us<\/h1>/s)
  expect(html).not.toMatch(/<script|<link|<img|src=|url\(| on\w+=/)
  for (const [, id] of html.matchAll(/<(?:textarea|input class="line")[^>]* id="([^"]+)"/g)) {
    expect(html).toContain(`for="${id}"`)
  }
  expect((await read(path, 'zh-CN')).html).toMatch(/lang="zh-CN".*联系我们.*发生了什么？/s)
  await desk.hono.request(path, { method: 'HEAD' })
  expect(await everything(desk)).toEqual(before)
})

test('what is written becomes a complaint with a number, once however often it is sent', async () => {
  const fields = {
    ...GOOD,
    kind: 'enquiry',
    customerType: 'business',
    reference: 'PO-77',
    wantedOutcome: 'A new one',
    links: 'https://example.com/a.jpg\r\nhttps://example.com/b.jpg',
  }
  const before = (await complaints()).length
  const ticket = ticketIn((await read()).html)
  const replies = await Promise.all([send(fields, ticket), send(fields, ticket)])
  const found = await complaints()
  expect(found).toHaveLength(before + 1)
  const [told] = found.filter(({ reference }) => reference === 'PO-77')
  expect(told).toMatchObject({
    kind: 'enquiry',
    channel: 'web',
    severity: 'normal',
    customerType: 'business',
    description: 'The pallet arrived wet.',
    wantedOutcome: 'A new one',
    links: ['https://example.com/a.jpg', 'https://example.com/b.jpg'],
    customer: { id: '', name: 'Mei', tier: '' },
    contact: { name: 'Mei', email: 'mei@example.com', language: 'en' },
  })
  for (const { status, html } of [...replies, await send(fields, ticket)]) {
    expect([status, html]).toEqual([200, expect.stringContaining(`Its number is ${told!.number}.`)])
    expect(html).toMatch(/You will hear from us by March 10, 2026 at \d/)
  }
  const { history } = (await desk.get(`/complaints/${told!.id}`)).body
  expect(history.map(({ by }) => by)).toEqual([{ sub: 'public form', name: 'Mei' }])
})

test('no operation id that the desk may choose takes a message its place', async () => {
  const ticket = ticketIn((await read()).html)
  const [, id] = ticket.split('.')
  expect((await link('POST', { channel: 'web' }, `form.${id}`)).status).toBe(201)
  expect((await link('POST', { channel: 'web' }, `form#${id}`)).status).toBe(400)
  const before = (await complaints()).length
  expect((await send(GOOD, ticket)).status).toBe(200)
  expect(await complaints()).toHaveLength(before + 1)
})

test('whoever gives an address is told by e-mail that it was received; what the desk takes in is not', async () => {
  const due = async (fields: Record<string, string>) => {
    const number = /number is (C-[\d-]+)/.exec((await send(fields)).html)![1]
    const told = (await complaints()).find((each) => each.number === number)!
    return { told, messages: await messagesOf(desk.backend, workspace, told.id) }
  }
  const { told, messages } = await due(GOOD)
  expect(messages).toMatchObject([{ kind: 'acknowledgement', to: 'mei@example.com', state: 'waiting' }])
  const at = told.response.dueAt!.slice(0, 16).replace('T', ' ')
  expect(messages[0]!.text).toContain(`It has the number ${told.number}, and you will hear from us by ${at}.`)
  expect((await due({ ...GOOD, email: '', phone: '010 1234567' })).messages).toEqual([])
  const { body } = await desk.log({ contact: { email: 'mei@example.com' } })
  expect(await messagesOf(desk.backend, workspace, body.id)).toEqual([])
})

test('what is missing or wrong is said beside its field, and nothing typed is lost', async () => {
  const before = (await complaints()).length
  const { status, html } = await send({ links: 'http://example.com', wantedOutcome: 'Keep <this>', email: 'mei@' })
  expect(status).toBe(400)
  for (const said of [
    'Tell us what happened.',
    'Tell us your name.',
    'must look like mei@example.com',
    'begin with https',
  ])
    expect(html).toContain(said)
  expect(html).toMatch(/<a href="#q-description">Tell us what happened/)
  expect(html).toMatch(/id="q-name"[^>]* aria-describedby="wrong-name" aria-invalid="true"/)
  expect(html).toContain('Keep &lt;this&gt;</textarea>')
  expect((await send({ ...GOOD, email: '' })).html).toContain('Give a telephone number or an e-mail address')
  const tooLong = await send({ ...GOOD, description: 'x'.repeat(4001) })
  expect([tooLong.status, tooLong.html]).toEqual([
    400,
    expect.stringContaining('This takes 4000 characters at the most.'),
  ])
  expect((await send({ ...GOOD, description: 'x'.repeat(17_000) })).status).toBe(413)
  expect(await complaints()).toHaveLength(before)
})

test('the field that machines fill in is refused, and shown to a person', async () => {
  const before = (await complaints()).length
  expect((await read()).html).toMatch(/<div class="trap" aria-hidden="true">/)
  const { status, html } = await send({ ...GOOD, website: 'https://spam.example' })
  expect([status, html]).toEqual([400, expect.stringContaining('Leave it blank and send again.')])
  expect(html).not.toContain('class="trap"')
  expect(await complaints()).toHaveLength(before)
})

test('another message from the same page, and a page left open for over a week, are sent with one more press', async () => {
  const before = (await complaints()).length
  const ticket = ticketIn((await read()).html)
  await send(GOOD, ticket)
  const other = await send({ ...GOOD, description: 'And late' }, ticket)
  expect([other.status, other.html]).toEqual([409, expect.stringContaining('becomes a second message')])
  expect(other.html).toContain('And late</textarea>')
  expect((await send({ ...GOOD, description: 'And late' }, ticketIn(other.html))).status).toBe(200)
  const old = ticketIn((await read()).html)
  desk.at(new Date(desk.clock.now.getTime() + 8 * 86_400_000).toISOString())
  const late = await send(GOOD, old)
  expect([late.status, late.html]).toEqual([400, expect.stringContaining('open for too long')])
  expect((await send(GOOD, ticketIn(late.html))).status).toBe(200)
  for (const forged of ['', `${old}x`]) expect((await send(GOOD, forged)).status).toBe(400)
  expect(await complaints()).toHaveLength(before + 3)
})

test('a form takes only so many messages, and tells when it takes the next', async () => {
  const few = backendApp(desk.backend, { ...PUBLIC_LIMITS, form: { burst: 2, perSecond: 0.5 } })
  for (const n of [1, 2]) expect((await send({ ...GOOD, name: `Mei ${n}` }, undefined, few)).status).toBe(200)
  const { status, headers, html } = await send(GOOD, undefined, few)
  expect([status, headers.get('Retry-After')]).toEqual([429, '2'])
  expect(html).toContain('what you typed is still there')
  expect((await few.request(path)).status).toBe(200)
})

test('one address writes only so much, and hinders nobody else', async () => {
  const write = async (sourceIp: string) => {
    const body = new URLSearchParams({ ...GOOD, ticket: 'x' })
    return desk.hono.request(path, { method: 'POST', body }, { requestContext: { http: { sourceIp } } })
  }
  for (let n = 0; n < PUBLIC_LIMITS.writer.burst; n++) expect((await write('192.0.2.7')).status).toBe(400)
  const over = await write('192.0.2.7')
  expect([over.status, over.headers.get('Retry-After')]).toEqual([429, '16'])
  expect((await write('192.0.2.8')).status).toBe(400)
})

test('one link a workspace: it stays where it is made again, and looks like none once revoked', async () => {
  const first = (await link('GET')).body
  expect(first).toMatchObject({ link: expect.stringMatching(/\/c\/[\w-]+\.[\w-]{43}$/), channel: 'web' })
  const again = await link('POST', { channel: 'shop window' }, 'again')
  expect(again).toMatchObject({ status: 201, body: { link: first.link, channel: 'shop window' } })
  await send({ ...GOOD, reference: 'by the window' })
  expect((await complaints()).find(({ reference }) => reference === 'by the window')!.channel).toBe('shop window')
  expect((await link('DELETE', undefined, 'revoke')).status).toBe(200)
  expect((await link('DELETE', undefined, 'revoke')).status).toBe(200)
  expect((await link('DELETE')).status).toBe(404)
  expect((await link('GET')).body).toEqual({})
  const dead = [path, `/c/${desk.workspaceId}.${'x'.repeat(43)}`, '/c/nothing', '/c/%00']
  const pages = await Promise.all(dead.map((each) => read(each)))
  expect(pages[0]).toEqual({ status: 404, html: expect.stringContaining('This page is not available') })
  for (const each of pages) expect(each).toEqual(pages[0])
  expect((await send(GOOD, 'x')).status).toBe(404)
  const next = (await link('POST', {})).body.link
  expect(next).not.toBe(first.link)
})

test('clients without a browser write as JSON', async () => {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
  const { ticket } = (await (await desk.hono.request(path, { headers })).json()) as { ticket: string }
  const post = async (body: object) => {
    const reply = await desk.hono.request(path, { method: 'POST', headers, body: JSON.stringify({ ticket, ...body }) })
    return [reply.status, await reply.json()]
  }
  expect(await post({ name: 'Mei' })).toMatchObject([400, { error: { code: 'formDescription' } }])
  const stored = await post(GOOD)
  expect(stored).toEqual([201, { number: expect.stringMatching(/^C-2026-/), answeredBy: expect.any(String) }])
  expect(await post(GOOD)).toEqual(stored)
  expect(await post({ ...GOOD, phone: '0123456' })).toMatchObject([409, { error: { code: 'answeredOtherwise' } }])
})
