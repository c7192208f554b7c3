import type { TransactWriteItemsOutput } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'
import { everything, surveyDesk } from './survey-desk.ts'

let app: RunningApp
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeAll(async () => {
  app = await runningApp()
  const customers = [{ id: 'C1', tier: 'A', owner: 'Li' }]
  await app.call('POST', app.at('/customers'), { token: app.token, body: { customers } })
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.now = new Date('2026-03-10T08:00:00Z')
  desk = await surveyDesk(app)
})

test('one answer a link, by its customer, sent twice or from two pages', async () => {
  const link = await desk.linkOf('C1')
  const [one, two] = [await desk.open(link), await desk.open(link)]
  const fields = { nps: '9', why: 'good' }
  const both = await Promise.all([one, two].map(({ ticket }) => desk.send(link, { ticket, ...fields })))
  for (const { status, html } of both) expect([status, html]).toEqual([200, expect.stringContaining('Thank you')])
  expect(both[0]!.html).toContain('you can change your answer with the same link')
  expect(await desk.answers()).toMatchObject([
    { customerId: 'C1', tier: 'A', owner: 'Li', channel: 'link', invited: { day: '2026-03-10', tier: 'A' } },
  ])
  app.clock.now = new Date('2026-03-12T08:00:00Z')
  expect((await desk.send(link, { ticket: one.ticket, ...fields })).status).toBe(200)
  expect(await desk.answers()).toMatchObject([{ day: '2026-03-10', revision: 1, answers: { nps: 9, why: 'good' } }])
})

test('a link that came with a slash at its end is the same link, to be read and to be answered', async () => {
  const link = await desk.linkOf('C1')
  for (const at of [desk.path, link]) {
    const [page, slashed] = [await desk.open(at), await desk.open(`${at}/`)]
    const lasting = ({ html, ticket }: typeof page) => html.replace(ticket, '').replace(/nonce="[^"]+"/, '')
    expect([slashed.status, lasting(slashed)]).toEqual([200, lasting(page)])
  }
  expect((await desk.answer({ nps: '9' }, `${link}/`)).html).toContain('Thank you')
  expect(await desk.answers()).toMatchObject([{ customerId: 'C1', answers: { nps: 9 } }])
})

test('the link shows what was answered and takes a correction, which says what it changed', async () => {
  const link = await desk.linkOf('C1')
  await desk.answer({ nps: '9', why: 'good' }, link)
  app.clock.now = new Date('2026-03-12T08:00:00Z')
  const page = await desk.open(link)
  expect(page.html).toMatch(/You answered on March 10, 2026\..*value="9" checked.*>good<\/textarea>/s)
  expect(page.html).not.toContain('Received so far')
  const changed = await desk.send(link, { ticket: page.ticket, nps: '3', why: 'good' })
  expect(changed.html).toMatch(/Your answer has been changed.*<dt>Recommend\?<\/dt><dd>9 → 3<\/dd>/s)
  expect(changed.html).not.toContain('<dt>Why?')
  expect((await desk.send(link, { ticket: page.ticket, nps: '3', why: 'good' })).html).toContain('Thank you')
  expect(await desk.answers()).toMatchObject([{ day: '2026-03-10', revision: 2, answers: { nps: 3, why: 'good' } }])
  expect(await desk.figures('metric=NPS')).toMatchObject({ n: 1, figure: -100 })
  await desk.change({ status: 'closed' })
  expect((await desk.send(link, { ticket: page.ticket, nps: '3', why: 'good' })).status).toBe(200)
  expect((await desk.send(link, { ticket: page.ticket, nps: '4' })).status).toBe(404)
  expect((await desk.open(link)).status).toBe(404)
})

test('a page opened before another was sent shows what was stored, keeps its own, and may replace it', async () => {
  const link = await desk.linkOf('C1')
  const late = await desk.open(link)
  await desk.answer({ nps: '9', why: 'from the phone' }, link)
  app.clock.now = new Date('2026-03-11T08:00:00Z')
  const second = await desk.send(link, { ticket: late.ticket, nps: '2', why: 'from the computer' })
  expect(second.status).toBe(409)
  expect(second.html).toMatch(
    /Received so far: 9.*value="2" checked.*Received so far: from the phone.*from the computer<\/textarea>/s,
  )
  expect(await desk.answers()).toMatchObject([{ revision: 1, answers: { nps: 9 } }])
  const third = await desk.send(link, { ticket: second.ticket, nps: '2', why: 'from the computer' })
  expect(third.html).toContain('9 → 2')
  expect(await desk.answers()).toMatchObject([{ revision: 2, answers: { nps: 2, why: 'from the computer' } }])
  expect(await desk.count()).toBe(1)
})

test('pages of two days sent at once give one answer, and the other is asked about', async () => {
  const link = await desk.linkOf('C1')
  const early = await desk.open(link)
  app.clock.now = new Date('2026-03-11T08:00:00Z')
  const late = await desk.open(link)
  const sent = await Promise.all([
    desk.send(link, { ticket: early.ticket, nps: '1' }),
    desk.send(link, { ticket: late.ticket, nps: '2' }),
  ])
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await desk.count()).toBe(1)
})

test('two corrections at once: one is stored, the other is asked about', async () => {
  const link = await desk.linkOf('C1')
  await desk.answer({ nps: '9' }, link)
  const [one, two] = [await desk.open(link), await desk.open(link)]
  const sent = await Promise.all([
    desk.send(link, { ticket: one.ticket, nps: '1' }),
    desk.send(link, { ticket: two.ticket, nps: '2' }),
  ])
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await desk.answers()).toMatchObject([{ revision: 2, answers: { nps: sent[0]!.status === 200 ? 1 : 2 } }])
})

test('a correction asks the questions that were answered, and one of newer questions loses none of the old', async () => {
  const link = await desk.linkOf('C1')
  const old = await desk.open(link)
  const nps = { id: 'nps', type: 'nps', title: 'Recommend us?', required: true }
  await desk.change({ questions: [nps, { id: 'more', type: 'text', title: 'More?' }] })
  const newer = await desk.open(link)
  await desk.send(link, { ticket: old.ticket, nps: '9', why: 'kept' })
  expect((await desk.open(link)).html).toContain('2. Why?')
  const asked = await desk.send(link, { ticket: newer.ticket, nps: '8', more: 'typed' })
  expect([asked.status, asked.html]).toEqual([409, expect.stringContaining('typed</textarea>')])
  expect((await desk.send(link, { ticket: asked.ticket, nps: '8', more: 'typed' })).status).toBe(200)
  expect(await desk.answers()).toMatchObject([{ version: 2, answers: { nps: 8, why: 'kept', more: 'typed' } }])
})

test("the page speaks the link's language, unless another is chosen", async () => {
  const link = await desk.linkOf('C1', { language: 'zh-CN' })
  expect((await desk.open(link)).html).toContain('<html lang="zh-CN">')
  expect((await desk.open(`${link}?lang=en`)).html).toContain('<html lang="en">')
})

test('a link is good until the end of its last day; what it gave is not lost after it', async () => {
  const link = await desk.linkOf('C1', { expiresOn: '2026-03-10' })
  const { ticket } = await desk.open(link)
  expect((await desk.send(link, { ticket, nps: '9' })).status).toBe(200)
  app.clock.now = new Date('2026-03-11T00:00:00Z')
  expect((await desk.open(link)).status).toBe(404)
  expect((await desk.send(link, { ticket, nps: '9' })).html).toContain('Thank you')
})

test('a quota counts answers by links too; a correction takes no place', async () => {
  desk = await surveyDesk(app, { quota: 1 })
  const [link, other] = [await desk.linkOf('C1'), await desk.linkOf('C2')]
  const late = await desk.open(other)
  await desk.answer({ nps: '9' }, link)
  expect((await desk.send(other, { ticket: late.ticket, nps: '1' })).status).toBe(404)
  expect((await desk.answer({ nps: '8' }, link)).html).toContain('9 → 8')
})

test('a death before or after the write leaves one answer and a used link, or neither', async () => {
  for (const when of ['before', 'after'] as const) {
    desk = await surveyDesk(app)
    const link = await desk.linkOf('C1')
    const { ticket } = await desk.open(link)
    const before = await everything(app)
    app.backend.db.middlewareStack.add(
      (next, context) => async (args) => {
        const isWrite = String(context.commandName).startsWith('TransactWrite')
        if (isWrite && when === 'before') throw new Error('power cut')
        const result = await next(args)
        if (isWrite) throw new Error('power cut')
        return result
      },
      { step: 'initialize', name: 'power' },
    )
    const cut = await desk.send(link, { ticket, nps: '9' })
    app.backend.db.middlewareStack.remove('power')
    expect([cut.status, cut.html]).toEqual([500, expect.stringContaining('Go back and send it again')])
    expect((await everything(app)).length - before.length).toBe(when === 'before' ? 0 : 2)
    expect((await desk.send(link, { ticket, nps: '9' })).html).toContain('Thank you')
    expect(await desk.answers()).toMatchObject([{ revision: 1, answers: { nps: 9 } }])
    expect(await desk.count()).toBe(1)
  }
})

test('an answer by a link takes at most seven write units', async () => {
  const link = await desk.linkOf('C1')
  const { ticket } = await desk.open(link)
  let units = 0
  app.backend.db.middlewareStack.add(
    (next, context) => async (args) => {
      const isWrite = String(context.commandName).startsWith('TransactWrite')
      if (isWrite) Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const result = await next(args)
      const { ConsumedCapacity = [] } = result.output as TransactWriteItemsOutput
      if (isWrite) units += ConsumedCapacity[0]?.CapacityUnits ?? 0
      return result
    },
    { step: 'initialize', name: 'units' },
  )
  await desk.send(link, { ticket, nps: '9' })
  app.backend.db.middlewareStack.remove('units')
  expect(units).toBeGreaterThan(5)
  expect(units).toBeLessThanOrEqual(7)
})

test('clients read and correct an answer as JSON', async () => {
  const link = await desk.linkOf('C1')
  await desk.answer({ nps: '9' }, link)
  const read = await app.call<{ answers: object; ticket: string }>('GET', link, { accept: 'application/json' })
  expect(read.body.answers).toEqual({ nps: 9 })
  const correct = (nps: number) => app.call('POST', link, { body: { ticket: read.body.ticket, answers: { nps } } })
  expect((await correct(5)).status).toBe(201)
  expect(await correct(6)).toMatchObject({ status: 409, body: { error: { code: 'answeredOtherwise' } } })
  expect(await desk.answers()).toMatchObject([{ answers: { nps: 5 } }])
})
