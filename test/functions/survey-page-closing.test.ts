import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'
import { everything, surveyDesk } from './survey-desk.ts'

/** What is another word in every page. */
const NONCE = /nonce[=-]"?[\w-]{16}/

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.now = new Date('2026-03-10T08:00:00Z')
})

test('an answer is checked and kept with the questions that its page showed', async () => {
  const desk = await surveyDesk(app)
  const { ticket } = await desk.open()
  await desk.change({
    questions: [{ id: 'ease', type: 'ces', title: 'Easy?', required: true }],
  })
  expect((await desk.open()).html).toContain('1. Easy?')
  const { status } = await desk.send(desk.path, { ticket, nps: '9', why: 'good' })
  expect(status).toBe(200)
  expect(await desk.answers()).toMatchObject([{ version: 1, answers: { nps: 9, why: 'good' } }])
  expect((await desk.answer({ ease: '7' })).status).toBe(200)
  expect((await desk.answers()).map(({ version }) => version).sort()).toEqual([1, 2])
  const wrong = await desk.send(desk.path, { ticket, why: 'of the first questions' })
  expect([wrong.status, wrong.html]).toEqual([400, expect.stringContaining('1. Recommend?')])
})

test('an answer is taken on the last day, and a repeat of it on any later one', async () => {
  const desk = await surveyDesk(app, { closesOn: '2026-03-10' })
  const [first, second] = [(await desk.open()).ticket, (await desk.open()).ticket]
  expect((await desk.send(desk.path, { ticket: first, nps: '9' })).status).toBe(200)
  app.clock.now = new Date('2026-03-11T00:00:00Z')
  expect((await desk.send(desk.path, { ticket: first, nps: '9' })).html).toContain('Thank you')
  expect((await desk.send(desk.path, { ticket: first, nps: '8' })).status).toBe(404)
  expect((await desk.send(desk.path, { ticket: second, nps: '9' })).status).toBe(404)
  expect((await desk.open()).status).toBe(404)
  expect(await desk.count()).toBe(1)
})

test('a quota lets in as many as it says, also when all come at once, and repeats after it', async () => {
  const desk = await surveyDesk(app, { quota: 2 })
  const tickets = await Promise.all([1, 2, 3, 4].map(async () => (await desk.open()).ticket))
  const sent = await Promise.all(tickets.map((ticket) => desk.send(desk.path, { ticket, nps: '9' })))
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 404, 404])
  expect(await desk.count()).toBe(2)
  for (const [i, ticket] of tickets.entries()) {
    expect((await desk.send(desk.path, { ticket, nps: '9' })).status).toBe(sent[i]!.status)
  }
  expect((await desk.open()).status).toBe(404)
  await desk.change({ quota: 3 })
  expect((await desk.answer({ nps: '1' })).status).toBe(200)
})

test('links that are closed, expired, full, used up by deletion, foreign or malformed answer the same, byte by byte, after as many reads', async () => {
  const desk = await surveyDesk(app, { quota: 1 })
  const expired = await desk.linkOf('C1', { expiresOn: '2026-03-09' })
  await desk.answer({ nps: '9' })
  const closed = await surveyDesk(app)
  const own = await closed.linkOf('C2')
  const answered = await closed.linkOf('C4')
  await closed.answer({ nps: '5' }, answered)
  await closed.change({ status: 'closed' })
  const gone = await surveyDesk(app)
  const deleted = await gone.linkOf('C3')
  await gone.answer({ nps: '3' }, deleted)
  const { answerId } = (await gone.answers())[0]!
  await app.call('DELETE', app.at(`/surveys/${gone.surveyId}/answers/${answerId}`), { token: app.token })
  const foreign = desk.path.replace(/\.[\w-]+$/, `.${'a'.repeat(43)}`)
  const form = new URL(
    (await app.call<{ link: string }>('POST', app.at('/complaint-link'), { token: app.token, body: {} })).body.link,
  ).pathname.replace('/c/', '/s/')
  const links = [expired, desk.path, closed.path, own, deleted, answered, foreign, form]
  links.push('/s/nonsense', `/s/nobody.${'a'.repeat(43)}`, `/s/${'x'.repeat(300)}`)
  const plain = (headers: Headers) =>
    [...headers].filter(([name]) => name !== 'x-request-id').map(([name, value]) => [name, value.replace(NONCE, '')])
  let read = 0
  const count = (next: (args: never) => Promise<unknown>) => (args: never) => {
    read++
    return next(args)
  }
  app.backend.db.middlewareStack.add(count as never, { step: 'initialize', name: 'counting' })
  for (const method of ['GET', 'HEAD', 'POST']) {
    for (const type of ['text/html', 'application/json']) {
      const replies: unknown[][] = []
      for (const at of links) {
        const isJson = type === 'application/json'
        const body = method === 'POST' ? (isJson ? '{"answers":{"nps":1}}' : 'answers.nps=1') : null
        const sent = isJson ? type : 'application/x-www-form-urlencoded'
        const before = read
        const reply = await app.hono.request(at, { method, headers: { Accept: type, 'Content-Type': sent }, body })
        const told = await reply.text()
        const reference = reply.headers.get('X-Request-Id')!
        if (method !== 'HEAD')
          expect(told).toContain(isJson ? reference : `<p class="note">Reference: ${reference}</p>`)
        const text = told.replace(reference, '').replace(NONCE, '')
        replies.push([reply.status, text, plain(reply.headers), read - before])
      }
      expect(replies[0]![0]).toBe(404)
      for (const [i, reply] of replies.entries())
        expect([method, type, i, ...reply]).toEqual([method, type, i, ...replies[0]!])
    }
  }
  app.backend.db.middlewareStack.remove('counting')
})

test('a page that fails tells its reference, as the log does, in the language of its reader', async () => {
  const reply = await app.hono.request('/f/no-link?lang=zh', { headers: { Accept: 'text/html' } })
  expect(await reply.text()).toContain(`<p class="note">编号：${reply.headers.get('X-Request-Id')}</p>`)
})

test('nothing that reads a page records an answer or uses a link, whoever reads', async () => {
  const desk = await surveyDesk(app)
  const own = await desk.linkOf('C1')
  const before = await everything(app)
  const agents: Record<string, string>[] = [
    { 'User-Agent': 'Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0.40' },
    { 'User-Agent': 'WhatsApp/2.23', Range: 'bytes=0-1024' },
    { 'User-Agent': 'facebookexternalhit/1.1' },
    { 'User-Agent': 'Microsoft Office Existence Discovery' },
    { 'User-Agent': 'BarracudaCentral link scanner', Accept: '*/*' },
    { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch;prerender' },
  ]
  for (const headers of agents) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
      for (const at of [desk.path, own, `${own}?a.nps=9`, `${own}?ticket=x&answers.nps=9&show=en`]) {
        const { status, headers: replied } = await app.hono.request(at, { method, headers })
        expect([method, status]).toEqual([method, method === 'GET' || method === 'HEAD' ? 200 : 404])
        expect(replied.get('Set-Cookie')).toBeNull()
        expect(replied.get('Cache-Control')).toBe('no-store')
      }
    }
  }
  expect(await everything(app)).toEqual(before)
})

test('the switch of languages keeps what was given, and stores nothing', async () => {
  const desk = await surveyDesk(app)
  const { ticket } = await desk.open()
  const before = await everything(app)
  const switched = await desk.send(`${desk.path}?lang=en`, { ticket, nps: '7', why: 'half a senten', show: 'zh-CN' })
  expect(switched).toMatchObject({ status: 200, ticket })
  expect(switched.html).toMatch(/<html lang="zh-CN">.*value="7" checked.*half a senten<\/textarea>/s)
  expect(await everything(app)).toEqual(before)
  expect((await desk.send(`${desk.path}?lang=zh-CN`, { ticket, nps: '7', why: 'half a sentence' })).status).toBe(200)
})

test('an answer chosen in a message is chosen on the page; texts, other questions and nonsense are not', async () => {
  const desk = await surveyDesk(app)
  const { html } = await desk.open(`${desk.path}?a.nps=9&a.why=Send+money&a.other=1&lang=en`)
  expect(html).toContain('value="9" checked')
  expect(html).toContain('It is sent when you press the button at the end.')
  expect(html).not.toContain('Send money')
  const nonsense = await desk.open(`${desk.path}?a.nps=%22%3E%3Cscript%3E`)
  expect([nonsense.status, nonsense.html.includes(' checked')]).toEqual([200, false])
  expect(nonsense.html).not.toContain('<script')
})

test('questions that the answers leave out are hidden by style, whose digest the policy names', async () => {
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    {
      id: 'what',
      type: 'single',
      title: 'What was wrong?',
      options: ['Price', 'Speed'].map((label) => ({ label })),
      showIf: { question: 'nps', atMost: 1 },
    },
    { id: 'how', type: 'text', title: 'How slow?', required: true, showIf: { question: 'what', anyOf: ['o2'] } },
  ]
  const desk = await surveyDesk(app, { questions })
  const { html, headers } = await desk.open()
  expect(html).toContain(
    'form:not(:has([name="answers.nps"][value="0"]:checked,[name="answers.nps"][value="1"]:checked)) #ask-what{display:none}',
  )
  expect(html).toContain('form:not(:has([name="answers.what"][value="o2"]:checked)) #ask-how{display:none}')
  expect(html.match(/#ask-how\{/g)).toHaveLength(2)
  expect(html).toContain('Only if your answer to question 1 is 0 to 1.')
  expect(html).toContain('Only if your answer to question 2 is Speed.')
  const [, nonce] = /<style nonce="([\w-]{16})">/.exec(html)!
  expect(headers.get('Content-Security-Policy')).toContain(`style-src 'nonce-${nonce}'`)
  expect((await desk.open()).html).not.toContain(nonce)
  expect((await desk.answer({ nps: '9', what: 'o2', how: 'hidden' })).status).toBe(200)
  expect(await desk.answers()).toMatchObject([{ answers: { nps: 9 } }])
  expect((await desk.answer({ nps: '0', what: 'o2' })).html).toContain('Question 3 needs an answer')
})

test('a body over 16 KB is refused in words; 4,000 Chinese characters are not', async () => {
  const desk = await surveyDesk(app)
  const long = await desk.answer({ nps: '9', why: '好'.repeat(4000) })
  expect(long.status).toBe(200)
  expect(await desk.answers()).toMatchObject([{ answers: { why: '好'.repeat(4000) } }])
  const over = await desk.answer({ nps: '9', why: 'x'.repeat(16_000) })
  expect([over.status, over.html]).toEqual([413, expect.stringContaining('over 16 KB')])
  expect((await desk.answer({ nps: '9', why: 'x'.repeat(4001) })).html).toContain('at most 4000 characters')
})
