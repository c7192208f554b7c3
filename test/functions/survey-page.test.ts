import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
let path: string
let surveyId: string
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())

beforeEach(async () => {
  const questions = [
    { id: 'nps', type: 'nps', title: { en: 'Recommend?', 'zh-CN': '推荐吗？' }, required: true },
    { id: 'why', type: 'multiple', title: 'Why <b>?', options: [{ label: 'Price' }, { label: 'Speed' }] },
    { id: 'comment', type: 'text', title: 'Anything else?' },
  ]
  const body = { title: { en: 'Spring survey', 'zh-CN': '春季调查' }, questions }
  const made = await app.call<{ surveyId: string }>('POST', app.at('/surveys'), { token: app.token, body })
  surveyId = made.body.surveyId
  const opened = await app.call<{ link: string }>('POST', app.at(`/surveys/${surveyId}/open`), { token: app.token })
  expect(opened.body.link).toMatch(/^https:\/\/tiersheet\.test\/s\//)
  path = new URL(opened.body.link).pathname
})

const get = (language = 'en', at = path) => app.hono.request(at, { headers: { 'Accept-Language': language } })

async function send(fields: [string, string][], at = path) {
  const response = await app.hono.request(at, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, html: await response.text() }
}

async function ticket(): Promise<string> {
  return /name="ticket" value="([^"]+)"/.exec(await (await get()).text())![1]!
}

async function counted(): Promise<number> {
  const at = app.at(`/surveys/${surveyId}/figures?metric=COUNT`)
  return (await app.call<{ figure: number }>('GET', at, { token: app.token })).body.figure
}

test('the page is one labelled form without script, and loads nothing', async () => {
  const response = await get()
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toMatch(/^<!doctype html><html lang="en">/)
  expect(html).not.toMatch(/<script|<link|<img|src=|url\(| on\w+=/)
  expect(html.match(/<fieldset/g)).toHaveLength(2)
  expect(html.match(/type="radio" name="answers.nps"/g)).toHaveLength(11)
  expect(html).toContain('<label class="title" for="q-comment">')
  expect(html).toContain('Why &lt;b&gt;?')
  const policy = response.headers.get('Content-Security-Policy')!
  expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[\w-]{16}'; form-action 'self'/)
  expect(policy).not.toContain('unsafe')
})

test("it speaks the reader's language, or the one chosen on it", async () => {
  expect(await (await get('zh-CN,zh;q=0.9')).text()).toMatch(/lang="zh-CN".*春季调查.*推荐吗？.*提交/s)
  expect(await (await get('zh-CN', `${path}?lang=en`)).text()).toMatch(/lang="en".*Spring survey/s)
})

test('an answer is thanked for and counted, and sent twice is one answer', async () => {
  const fields: [string, string][] = [
    ['ticket', await ticket()],
    ['answers.nps', '9'],
    ['answers.why', 'o1'],
    ['answers.why', 'o2'],
    ['answers.comment', ''],
  ]
  const replies = await Promise.all([send(fields), send(fields)])
  for (const { status, html } of [...replies, await send(fields)]) {
    expect(status).toBe(200)
    expect(html).toContain('Thank you')
  }
  expect(await counted()).toBe(1)
})

test('the day is that of the page, also after midnight', async () => {
  const fields: [string, string][] = [
    ['ticket', await ticket()],
    ['answers.nps', '9'],
  ]
  await send(fields)
  app.clock.now = new Date('2026-03-11T00:00:01Z')
  await send(fields)
  expect(await counted()).toBe(1)
  app.clock.now = new Date('2026-03-10T08:00:00Z')
})

test('another answer with the same ticket is refused and the first is kept', async () => {
  const good = await ticket()
  await send([
    ['ticket', good],
    ['answers.nps', '9'],
  ])
  const other = await send([
    ['ticket', good],
    ['answers.nps', '0'],
  ])
  expect(other.status).toBe(409)
  expect(other.html).toContain('Your first answer is kept.')
  expect(await counted()).toBe(1)
})

test('what is wrong is said beside its question, and nothing typed is lost', async () => {
  const { status, html } = await send([
    ['ticket', await ticket()],
    ['answers.why', 'o2'],
    ['answers.comment', 'Keep <this> & that'],
  ])
  expect(status).toBe(400)
  expect(html).toMatch(
    /<fieldset[^>]* aria-describedby="wrong-nps"><legend class="title">1\. Recommend\?.*?<p class="wrong" id="wrong-nps">Question 1 needs an answer\. Please answer it\.<\/p>/s,
  )
  expect(html.match(/id="wrong-\w+"/g)).toHaveLength(1)
  expect(html).toMatch(/role="alert".*<a href="#q-nps">Question 1 needs an answer/s)
  expect(html).toContain('<title>Please check: Spring survey</title>')
  expect(html).toContain('value="o2" checked')
  expect(html).toContain('Keep &lt;this&gt; &amp; that</textarea>')
  expect(await counted()).toBe(0)
})

test('a form left open for over a week comes back filled in', async () => {
  const old = await ticket()
  app.clock.now = new Date('2026-03-19T08:00:00Z')
  const fields: [string, string][] = [['answers.nps', '9']]
  const { status, html } = await send([['ticket', old], ...fields])
  expect(status).toBe(400)
  expect(html).toContain('open for too long')
  expect(html).toContain('value="9" checked')
  const fresh = /name="ticket" value="([^"]+)"/.exec(html)![1]!
  expect((await send([['ticket', fresh], ...fields])).status).toBe(200)
  app.clock.now = new Date('2026-03-10T08:00:00Z')
})

test('a ticket that was altered or is of another link does not count', async () => {
  const parts = (await ticket()).split('.')
  const with_ = (place: number, text: string) => parts.map((part, i) => (i === place ? text : part)).join('.')
  const forgeries = [
    with_(0, '2026-01-01'),
    with_(1, 'mineminemine1234'),
    with_(2, '2'),
    with_(3, '1'),
    with_(4, '2027-01-01'),
  ]
  for (const forged of [...forgeries, '', 'x.y.z']) {
    const { status } = await send([
      ['ticket', forged],
      ['answers.nps', '9'],
    ])
    expect(status).toBe(400)
  }
  expect(await counted()).toBe(0)
})

test('closed, foreign and malformed links look the same', async () => {
  await app.call('PATCH', app.at(`/surveys/${surveyId}`), { token: app.token, body: { status: 'closed' } })
  const [, workspace] = /\/s\/([\w-]+)\./.exec(path)!
  const links = [path, `/s/${workspace}.${'a'.repeat(43)}`, '/s/nonsense', `/s/nobody.${'a'.repeat(43)}`, '/s/%00.%23']
  const pages = await Promise.all(
    links.map(async (link) => {
      const response = await get('en', link)
      const policy = response.headers.get('Content-Security-Policy')!
      const [, nonce] = /'nonce-([\w-]{16})'/.exec(policy)!
      const text = (await response.text()).replace(response.headers.get('X-Request-Id')!, '')
      return [response.status, ...[text, policy].map((each) => each.replace(nonce!, ''))]
    }),
  )
  expect(pages[0]![0]).toBe(404)
  expect(pages[0]![1]).toContain('This page is not available')
  for (const each of pages) expect(each).toEqual(pages[0])
})

test('clients without a browser read the questions and answer as JSON', async () => {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
  const read = (await (await app.hono.request(path, { headers })).json()) as { ticket: string; questions: unknown[] }
  expect(read.questions).toHaveLength(3)
  const post = (answers: unknown) =>
    app.hono.request(path, { method: 'POST', headers, body: JSON.stringify({ ticket: read.ticket, answers }) })
  const bad = await post({ nps: 11 })
  expect(bad.status).toBe(400)
  expect(await bad.json()).toMatchObject({
    error: { code: 'answerScale', message: 'Question 1 takes a whole number from 0 to 10. Correct the answer.' },
  })
  const good = await post({ nps: 10, why: ['Speed'] })
  expect(good.status).toBe(201)
  expect((await post({ nps: 10, why: ['Speed'] })).status).toBe(201)
  expect((await post({ nps: 1 })).status).toBe(409)
})

test('a first answer that meets a change of the survey is taken all the same', async () => {
  const good = await ticket()
  let renamed = false
  app.backend.db.middlewareStack.add(
    (next, context) => async (args) => {
      if (String(context.commandName).startsWith('TransactWrite') && !renamed) {
        renamed = true
        await app.call('PATCH', app.at(`/surveys/${surveyId}`), { token: app.token, body: { title: 'Renamed' } })
      }
      return next(args)
    },
    { step: 'initialize', name: 'renaming' },
  )
  const { status } = await send([
    ['ticket', good],
    ['answers.nps', '9'],
  ])
  app.backend.db.middlewareStack.remove('renaming')
  expect([renamed, status]).toEqual([true, 200])
  expect(await counted()).toBe(1)
})
