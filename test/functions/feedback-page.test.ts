import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { complaintFromEvents } from '../../core/complaint/complaint-from-events.ts'
import { defaultPolicy } from '../../core/complaint/complaint-policy.ts'
import { eraseComplaint } from '../../functions/complaint/erase-complaint.ts'
import { feedbackAddress } from '../../functions/complaint/feedback-link.ts'
import { sweep } from '../../functions/complaint/sweep.ts'
import { findComplaint } from '../../functions/store/complaint.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type ComplaintDesk, complaintDesk } from './complaint-desk.ts'
import { ADA } from './running-app.ts'
import { everything } from './survey-desk.ts'

let desk: ComplaintDesk
let workspace: WorkspaceKey
beforeAll(async () => {
  desk = await complaintDesk()
  workspace = (await WorkspaceKey.ofMember(desk.backend, ADA, desk.workspaceId))!.workspace
  const { body: before } = await desk.get<{ version: number }>('/complaint-policy')
  const flow = { needs: [], asksFeedback: true, closesAfterDays: 7 }
  const policy = { ...defaultPolicy('UTC'), version: before.version, flows: { business: flow, person: flow } }
  const set = await desk.call('POST', desk.path('/complaint-policy'), { token: await desk.signedIn(), body: policy })
  expect(set.status).toBe(200)
})
afterAll(() => desk.close())
beforeEach(() => desk.at('2026-03-10T09:00:00Z'))

/** A complaint that was resolved, and the path of the question to its customer. */
async function asked(contact: Record<string, string> = {}) {
  const { body } = await desk.log({ contact, severity: 'low' })
  await desk.act(body.id, { action: 'acknowledge', expectedVersion: 1 })
  return { ...body, ...(await resolvedAgain(body.id)) }
}

async function resolvedAgain(id: string) {
  const { body } = await desk.get(`/complaints/${id}`)
  const { body: resolved } = await desk.act(id, { action: 'resolve', expectedVersion: body.version })
  expect(resolved.state).toBe('feedback')
  return { path: pathOf(id, resolved.version), version: resolved.version }
}

const pathOf = (id: string, version: number) => new URL(feedbackAddress(desk.backend, workspace, id, version)).pathname

async function read(path: string, language = 'en') {
  const reply = await desk.hono.request(path, { headers: { 'Accept-Language': language } })
  const html = (await reply.text()).replace(/nonce="[^"]+"/, '').replace(reply.headers.get('X-Request-Id')!, '')
  return { status: reply.status, html }
}

type Sent = { solved?: 'yes' | 'no'; satisfaction?: string; comment?: string; show?: string }

async function send(path: string, { show, ...answers }: Sent) {
  const fields = Object.entries(answers).map(([id, value]): [string, string] => [`answers.${id}`, value])
  const body = new URLSearchParams([...fields, ...(show ? [['show', show] as [string, string]] : [])])
  const reply = await desk.hono.request(path, { method: 'POST', body, headers: { 'Accept-Language': 'en' } })
  return { status: reply.status, html: await reply.text() }
}

/** What the customer did, and the complaint, whose head is what its events add up to. */
async function told(id: string) {
  const { body } = await desk.get(`/complaints/${id}`)
  const head = await findComplaint(desk.backend, workspace, id)
  expect(JSON.parse(JSON.stringify(complaintFromEvents(body.history)))).toEqual(JSON.parse(JSON.stringify(head)))
  const events = body.history.filter(({ by }) => by.sub === 'customer')
  return { ...body, did: events.map(({ action, by, at, version, ...said }) => [action, said] as const) }
}

test('the page asks in the language of the customer, and reading it changes nothing', async () => {
  const { path, number } = await asked({ name: '梅', language: 'zh-CN' })
  const before = await everything(desk)
  const { status, html } = await read(path)
  expect([status, html]).toEqual([200, expect.stringMatching(/lang="zh-CN".*问题解决了吗？/s)])
  const english = await read(`${path}?lang=en&answers.solved=yes&a.solved=yes`)
  expect(english.html).toContain(`<h1>Your message ${number}</h1>`)
  expect(english.html).toContain('You wrote to us on March 10, 2026.')
  expect(english.html).not.toMatch(/<script|<link|<img|src=| on\w+=|" checked/)
  await desk.hono.request(path, { method: 'HEAD' })
  expect(await everything(desk)).toEqual(before)
})

test('solved closes it, once however often it is sent; another answer is refused kindly', async () => {
  const { path, id, number } = await asked({ name: 'Mei' })
  const answer = { solved: 'yes', satisfaction: '4', comment: 'Quick' } as const
  const replies = await Promise.all([send(path, answer), send(path, answer)])
  for (const { status, html } of [...replies, await send(path, answer)]) {
    expect([status, html]).toEqual([
      200,
      expect.stringContaining(`Your answer has been received, and ${number} is closed`),
    ])
  }
  const other = await send(path, { solved: 'no' })
  expect([other.status, other.html]).toEqual([409, expect.stringContaining('Your first answer is kept.')])
  expect((await read(path)).html).toContain(`You have already answered about ${number}`)
  const { state, did, history, ratings } = await told(id)
  expect([state, did]).toEqual(['closed', [['close', { satisfaction: 4, text: 'Quick' }]]])
  expect(history.at(-1)?.by).toEqual({ sub: 'customer', name: 'Mei' })
  expect(ratings.map(({ score }) => score)).toEqual([4])
})

test('no operation id that the desk may choose takes a customer their answer', async () => {
  const { body } = await desk.log({ severity: 'low' })
  await desk.act(body.id, { action: 'acknowledge', expectedVersion: 1 })
  const resolve = { action: 'resolve', expectedVersion: 2 }
  const { version } = (await desk.act(body.id, resolve, 'feedback.4')).body
  expect(version).toBe(4)
  const own = { token: await desk.signedIn(), body: resolve, operation: 'feedback#4' }
  expect((await desk.call('POST', desk.path(`/complaints/${body.id}/actions`), own)).status).toBe(400)
  expect((await send(pathOf(body.id, version), { solved: 'yes' })).status).toBe(200)
  expect((await told(body.id)).state).toBe('closed')
})

test('not solved opens it again, with its clock running', async () => {
  const { path, id, number } = await asked()
  const { html } = await send(path, { solved: 'no', satisfaction: '1', comment: 'Still wet' })
  expect(html).toContain(`${number} is open again`)
  const { state, did, resolution } = await told(id)
  expect(state).toBe('reopened')
  expect(did).toMatchObject([['reopen', { satisfaction: 1, text: 'Still wet' }]])
  expect(resolution.dueAt).toBeDefined()
  expect((await send(path, { solved: 'no', satisfaction: '1', comment: 'Still wet' })).html).toContain('is open again')
  expect((await told(id)).did).toHaveLength(1)
})

test('closed by time meanwhile: solved keeps the rating and counts it once, not solved opens it again', async () => {
  const [kept, again, silent] = [await asked(), await asked(), await asked()]
  const figure = async () => (await desk.figure('metric=HANDLING_CSAT&from=2026-03-01&to=2026-03-31'))[0]?.n ?? 0
  const before = await figure()
  desk.at('2026-03-18T09:00:00Z')
  await sweep(desk.backend)
  expect((await told(kept.id)).state).toBe('closed')
  for (const _ of [1, 2])
    expect((await send(kept.path, { solved: 'yes', satisfaction: '5' })).html).toContain('is closed')
  await send(again.path, { solved: 'no', satisfaction: '2' })
  await send(silent.path, { solved: 'yes' })
  expect(await told(kept.id)).toMatchObject({
    state: 'closed',
    did: [['note', { solved: true, satisfaction: 5 }]],
    ratings: [{ score: 5 }],
    closings: [expect.any(String)],
  })
  expect(await told(again.id)).toMatchObject({ state: 'reopened', ratings: [{ score: 2 }] })
  expect((await told(silent.id)).did).toEqual([['note', { solved: true }]])
  expect(await figure()).toBe(before + 2)
})

test('a resolution that the desk closed with a rating is not rated again', async () => {
  const { path, id, version } = await asked()
  await desk.act(id, { action: 'close', satisfaction: 3, expectedVersion: version })
  await send(path, { solved: 'yes', satisfaction: '5', comment: 'Fine' })
  expect(await told(id)).toMatchObject({ did: [['note', { solved: true, text: 'Fine' }]], ratings: [{ score: 3 }] })
})

test('while it is worked on again nothing is asked, and what an open page still sends is kept', async () => {
  const { path, id, number, version } = await asked()
  await desk.act(id, { action: 'reopen', expectedVersion: version })
  const { status, html } = await read(path)
  expect([status, html]).toEqual([200, expect.stringContaining(`We are working on ${number} again`)])
  expect(html).not.toContain('<form')
  expect((await send(path, { solved: 'no', comment: 'The left one' })).status).toBe(200)
  expect(await told(id)).toMatchObject({ state: 'reopened', did: [['note', { solved: false, text: 'The left one' }]] })
})

test('an answer that meets an edit of the desk is taken, and takes nothing away', async () => {
  const { path, id, version } = await asked()
  let noted = false
  desk.backend.db.middlewareStack.add(
    (next, context) => async (args) => {
      if (String(context.commandName).startsWith('TransactWrite') && !noted) {
        noted = true
        await desk.act(id, { action: 'close', text: 'Called: fine', expectedVersion: version })
      }
      return next(args)
    },
    { step: 'initialize', name: 'closing' },
  )
  const { html } = await send(path, { solved: 'yes', satisfaction: '5' })
  desk.backend.db.middlewareStack.remove('closing')
  expect([noted, html]).toEqual([true, expect.stringContaining('is closed')])
  expect(await told(id)).toMatchObject({ did: [['note', { solved: true, satisfaction: 5 }]], closings: { length: 1 } })
})

test('where the desk is faster at every try, what it wrote meanwhile is not told to the customer', async () => {
  const { id, path, version } = await asked()
  let now = version
  let isWriting = false
  desk.backend.db.middlewareStack.add(
    (next, context) => async (args) => {
      const { Key } = args.input as { Key?: { sk?: string } }
      if (/^Get/.test(String(context.commandName)) && Key?.sk?.startsWith('OP#feedback') && !isWriting) {
        isWriting = true
        now = (await desk.act(id, { action: 'note', text: 'for the desk alone', expectedVersion: now })).body.version
        isWriting = false
      }
      return next(args)
    },
    { step: 'initialize', name: 'faster', priority: 'high' },
  )
  const body = { answers: { solved: 'no', satisfaction: 1 } }
  const reply = await desk.call('POST', path, { accept: 'application/json', body, operation: null })
  desk.backend.db.middlewareStack.remove('faster')
  expect(now).toBeGreaterThanOrEqual(version + 5)
  expect([reply.status, JSON.stringify(reply.body)]).toEqual([409, expect.not.stringContaining('desk alone')])
})

test('what is missing is said beside its question, and nothing typed is lost', async () => {
  const { path, id } = await asked()
  const wrong = await send(path, { satisfaction: '9', comment: 'Keep <this>' })
  expect(wrong.status).toBe(400)
  expect(wrong.html).toContain('<a href="#q-solved">Question 1 needs an answer.')
  expect(wrong.html).toContain('Question 2 takes a whole number from 1 to 5.')
  expect(wrong.html).toContain('Keep &lt;this&gt;</textarea>')
  const chinese = await send(path, { solved: 'no', comment: 'Keep', show: 'zh-CN' })
  expect(chinese.html).toMatch(/value="no" checked.*Keep<\/textarea>/s)
  expect((await told(id)).did).toEqual([])
})

test('links that are foreign, malformed, expired or followed by a newer question look the same', async () => {
  const { path: earlier, id, version } = await asked()
  await desk.act(id, { action: 'reopen', expectedVersion: version })
  const { path } = await resolvedAgain(id)
  const survey = `/f/${desk.workspaceId}.${'x'.repeat(43)}`
  const erased = await asked()
  expect((await read(erased.path)).status).toBe(200)
  const holds = { Key: { pk: 'nothing', sk: 'nothing' }, ConditionExpression: 'attribute_not_exists(pk)' }
  await eraseComplaint(desk.backend, workspace, erased.id, desk.backend.now(), { ConditionCheck: holds })
  const pages = await Promise.all(
    [earlier, erased.path, `${path}x`, survey, '/f/nothing', '/f/%00'].map((each) => read(each)),
  )
  expect((await read(path)).status).toBe(200)
  // Good for as long as the desk waits, however long that is, and thirty days more.
  desk.at('2027-03-09T09:00:00Z')
  expect((await read(path)).status).toBe(200)
  await sweep(desk.backend)
  expect((await told(id)).state).toBe('closed')
  desk.at('2027-04-08T09:00:00Z')
  expect((await read(path)).status).toBe(200)
  desk.at('2027-04-08T09:00:01Z')
  pages.push(await read(path))
  expect(pages[0]).toEqual({ status: 404, html: expect.stringContaining('This page is not available') })
  for (const each of pages) expect(each).toEqual(pages[0])
  for (const each of [earlier, path]) expect((await send(each, { solved: 'no' })).status).toBe(404)
  expect((await told(id)).did).toEqual([])
})

test('asked again, the customer answers by the new link and the old one is dead', async () => {
  const { path: earlier, id, version } = await asked({ email: 'mei@exmaple.com' })
  const contact = { email: 'mei@example.com' }
  await desk.act(id, { action: 'identify', contact, expectedVersion: version })
  const { body } = await desk.act(id, { action: 'ask_feedback', expectedVersion: version + 1 })
  expect([body.state, body.version]).toEqual(['feedback', version + 2])
  expect((await read(earlier)).status).toBe(404)
  const { messages } = (await desk.get<{ messages: { kind: string; to: string }[] }>(`/complaints/${id}`)).body
  const questions = messages.filter(({ kind }) => kind === 'feedback')
  expect(questions.map(({ to }) => to)).toEqual(['mei@exmaple.com', 'mei@example.com'])
  expect((await send(pathOf(id, version + 2), { solved: 'yes' })).status).toBe(200)
  expect((await told(id)).state).toBe('closed')
})

test('clients without a browser read the questions and answer as JSON', async () => {
  const { path, number } = await asked()
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
  const reads = async () => (await desk.hono.request(path, { headers })).json()
  const post = async (answers: unknown) => {
    const reply = await desk.hono.request(path, { method: 'POST', headers, body: JSON.stringify({ answers }) })
    return [reply.status, await reply.json()]
  }
  expect(await reads()).toMatchObject({ number, answered: false, questions: { length: 3 } })
  expect(await post({ satisfaction: 3 })).toMatchObject([400, { error: { code: 'answerRequired' } }])
  expect(await post({ solved: 'no' })).toEqual([200, { number, state: 'reopened' }])
  expect(await post({ solved: 'yes' })).toMatchObject([409, { error: { code: 'answeredOtherwise' } }])
  expect(await reads()).toEqual({ number, answered: true, questions: [] })
})
