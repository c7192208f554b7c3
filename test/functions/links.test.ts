import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { wilsonInterval } from '../../core/statistics/wilson-interval.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { everything, surveyDesk } from './survey-desk.ts'

let app: RunningApp
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.now = new Date('2026-03-10T08:00:00Z')
  desk = await surveyDesk(app)
})

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, i) => ({ customerId: `C${from + i}` }))
const sync = (customers: object[]) => app.call('POST', app.at('/customers'), { token: app.token, body: { customers } })

test('one link a customer and wave, the same again however often it is asked', async () => {
  const first = await desk.links({ customers: ids(120) })
  expect(first).toMatchObject({ status: 201, body: { made: 120, kept: 0 } })
  const links = first.body.links.map(({ link }) => link)
  expect(new Set(links).size).toBe(120)
  const before = await everything(app)
  const again = await desk.links({ customers: ids(120) })
  expect(again.body).toEqual({ links: first.body.links, made: 0, kept: 120 })
  const more = await desk.links({ customers: ids(10, 115) })
  expect(more.body).toMatchObject({ made: 5, kept: 5 })
  const wave = await desk.links({ customers: ids(1), wave: 'autumn' })
  expect(wave.body.made).toBe(1)
  expect(wave.body.links[0]!.link).not.toBe(links[0])
  expect(await desk.figures('metric=RESPONSE_RATE')).toMatchObject({ n: 126, figure: 0 })
  const stored = (await everything(app)).join('\n')
  for (const link of links) expect(stored).not.toContain(link.split('.').pop())
  expect(before.join('\n')).not.toMatch(/"R#[^}]*C119/)
})

test('a page of links that dies at any write is made whole by sending it again, and nothing is made twice', async () => {
  for (const death of [1, 2, 3]) {
    for (const when of ['before', 'after'] as const) {
      desk = await surveyDesk(app)
      let writes = 0
      app.backend.db.middlewareStack.add(
        (next, context) => async (args) => {
          const dies = /^(TransactWrite|Put)/.test(String(context.commandName)) && ++writes === death
          if (dies && when === 'before') throw new Error('power cut')
          const result = await next(args)
          if (dies) throw new Error('power cut')
          return result
        },
        { step: 'initialize', name: 'power' },
      )
      const operation = `links-${death}-${when}`
      expect((await desk.links({ customers: ids(60) }, operation)).status).toBe(500)
      app.backend.db.middlewareStack.remove('power')
      expect((await desk.links({ customers: ids(60) }, operation)).body).toMatchObject({ made: 60, kept: 0 })
      expect(await desk.figures('metric=RESPONSE_RATE')).toMatchObject({ n: 60 })
    }
  }
})

test('the same links asked twice at once are made once', async () => {
  const both = await Promise.all([desk.links({ customers: ids(60) }), desk.links({ customers: ids(60) })])
  expect(both[0]!.body.made + both[1]!.body.made).toBe(60)
  expect(both[0]!.body.links).toEqual(both[1]!.body.links)
  expect(await desk.figures('metric=RESPONSE_RATE')).toMatchObject({ n: 60 })
})

test('who was erased and is asked again on the same day is another invitation with an answer of its own', async () => {
  const path = await desk.linkOf('C1')
  await desk.answer({ nps: '3' }, path)
  const post = (at: string, body?: object) => app.call('POST', app.at(at), { token: app.token, body })
  await post('/customers/erase', { customerId: 'C1' })
  app.clock.now = new Date('2026-03-10T08:02:00Z')
  await post('/customers/settle')
  expect(await desk.linkOf('C1')).toBe(path)
  expect((await desk.answer({ nps: '9' }, path)).status).toBe(200)
  expect(await desk.answers()).toMatchObject([{ answers: { nps: 9 } }])
  expect(await desk.figures('metric=RESPONSE_RATE')).toMatchObject({ n: 2, figure: 0.5 })
})

test('closed surveys and those of staff give no links, and bad requests are told', async () => {
  const refused = { status: 400, body: { error: { code: 'surveyTakesNoLinks' } } }
  expect(await (await surveyDesk(app, { kind: 'staff' })).links({ customers: ids(1) })).toMatchObject(refused)
  await desk.change({ status: 'closed' })
  expect(await desk.links({ customers: ids(1) })).toMatchObject(refused)
  const codes = [
    { customers: [] },
    { customers: ids(501) },
    { customers: [...ids(1), ...ids(1)] },
    { customers: ids(1), expiresOn: 'soon' },
  ]
  for (const body of codes) expect((await desk.links(body)).status).toBe(400)
})

test('the response rate is told by what customers were and when they got their links', async () => {
  await sync([
    { id: 'C0', tier: 'A', owner: 'Li', segment: 'Retail' },
    { id: 'C1', tier: 'A', owner: 'Wang' },
    { id: 'C2', tier: 'B', owner: 'Li' },
  ])
  const march = await desk.links({ customers: ids(4) })
  app.clock.now = new Date('2026-04-02T08:00:00Z')
  await sync([{ id: 'C0', tier: 'C' }])
  const april = await desk.links({ customers: ids(2), wave: '2' })
  const pathOf = (links: typeof march, i: number) => new URL(links.body.links[i]!.link).pathname
  for (const link of [pathOf(march, 0), pathOf(march, 2), pathOf(april, 0)]) await desk.answer({ nps: '9' }, link)
  await desk.answer({ nps: '9' })
  const by = async (query: string) => {
    const { rows } = await desk.figures(`metric=RESPONSE_RATE&${query}`)
    return Object.fromEntries(rows!.map(({ value, n, figure }) => [value, [n, figure]]))
  }
  const { low, rate: figure } = wilsonInterval(3, 6)!
  expect(await desk.figures('metric=RESPONSE_RATE')).toMatchObject({ n: 6, figure, low })
  expect(await by('by=tier')).toEqual({ '': [1, 0], A: [3, 1 / 3], B: [1, 1], C: [1, 1] })
  expect(await by('by=owner')).toEqual({ '': [2, 0.5], Li: [2, 1], Wang: [2, 0] })
  expect(await by('by=segment')).toEqual({ '': [5, 0.4], Retail: [1, 1] })
  expect(await by('by=month')).toEqual({ '2026-03': [4, 0.5], '2026-04': [2, 0.5] })
  expect(await by('by=day&to=2026-03-31')).toEqual({ '2026-03-10': [4, 0.5] })
  expect(await desk.figures('metric=RESPONSE_RATE&by=tier&value=A')).toMatchObject({ n: 3, figure: 1 / 3 })
  expect(await desk.figures('metric=RESPONSE_RATE&from=2026-04-01')).toMatchObject({ n: 2, figure: 0.5 })
  expect(await desk.figures('metric=RESPONSE_RATE&from=2027-01-01')).toMatchObject({ n: 0, figure: null })
  const { answerId } = (await desk.answers()).find(({ day }) => day === '2026-04-02')!
  await app.call('DELETE', app.at(`/surveys/${desk.surveyId}/answers/${answerId}`), { token: app.token })
  expect((await desk.figures('metric=RESPONSE_RATE')).n).toBe(6)
})

test.each(['by=channel', 'by=question', 'by=tier_now', 'by=owner_now', 'question=1'])(
  'a response rate is refused where links know nothing: %s',
  async (query) => {
    const at = app.at(`/surveys/${desk.surveyId}/figures?metric=RESPONSE_RATE&${query}`)
    const reply = await app.call('GET', at, { token: app.token })
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'responseRateCut' } } })
  },
)
