import { afterEach, beforeEach, expect, test } from 'vitest'
import { audit } from '../../functions/survey/audit.ts'
import { expireAnswers } from '../../functions/survey/expire-answers.ts'
import { failingWrites } from './failing-writes.ts'
import { ADA, type RunningApp, runningApp } from './running-app.ts'
import { everything, surveyDesk } from './survey-desk.ts'

let app: RunningApp
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeEach(async () => {
  app = await runningApp()
  desk = await surveyDesk(app, { followUp: [{ question: 'nps', atMost: 6, opens: 'task' }] })
})
afterEach(() => app.close())

async function call<T = Record<string, unknown>>(method: string, path: string, body?: unknown) {
  const token = await app.tokenOf(ADA)
  return (await app.call<T>(method, app.at(path), { token, ...(body !== undefined && { body }) })).body
}
const survey = (path = '') => `/surveys/${desk.surveyId}${path}`
const imported = (date: string, count: number) => {
  const rows = Array.from({ length: count }, (_, i) => {
    return { id: `${date} ${i}`, date, customerId: `C${i % 7}`, answers: { nps: i % 11, why: `because of ${i}` } }
  })
  return call('POST', survey('/answers/import'), { rows })
}
const keep = (months: number | null) => call('POST', survey('/retention'), { months })
const effect = (months: number) => call('GET', survey(`/retention?months=${months}`))
const night = () => expireAnswers(app.backend)
const at = (time: string) => {
  app.clock.now = new Date(time)
}
const counted = async () => (await call('GET', survey('/figures?metric=COUNT'))).figure
const byDay = async () => {
  const { rows } = await call<{ rows: { value: string; n: number }[] }>('GET', survey('/figures?metric=COUNT&by=day'))
  return Object.fromEntries(rows.map(({ value, n }) => [value, n]))
}
const told = async (act: string) => {
  const { entries } = await call<{ entries: { act: string; about: object }[] }>('GET', '/audit-trail')
  return entries.filter((entry) => entry.act === act).map(({ about }) => about)
}
const wrong = async () =>
  (await audit(app.backend, { now: app.backend.now, isOver: () => false, pause: async () => {} })).wrong

test('what is older than so many months goes the next night, to the day, and is told by the trail', async () => {
  await imported('2026-02-10', 25)
  await imported('2026-02-11', 2)
  const going = { at: '2026-03-11T02:00:00.000Z', before: '2026-02-11', answers: 25 }
  expect(await effect(1)).toEqual(going)
  expect(await effect(2)).toEqual({ ...going, before: '2026-01-11', answers: 0 })
  expect(await counted()).toBe(27)
  expect(await keep(1)).toMatchObject({ retentionMonths: 1, revision: 3 })
  at('2026-03-11T02:00:00Z')
  expect(await night()).toEqual({ surveys: 0, answers: 0, failures: [] })
  at('2026-03-11T02:00:01Z')
  expect(await night()).toEqual({ surveys: 1, answers: 25, failures: [] })
  expect(await byDay()).toEqual({ '2026-02-11': 2 })
  expect(await night()).toEqual({ surveys: 0, answers: 0, failures: [] })
  expect(await imported('2026-02-10', 25)).toMatchObject({ accepted: 0 })
  at('2026-03-12T02:00:01Z')
  expect(await night()).toEqual({ surveys: 1, answers: 2, failures: [] })
  const { surveyId } = desk
  expect(await told('retentionSet')).toEqual([{ surveyId, before: 'untilDeleted', after: 1 }])
  expect(await told('answersExpired')).toEqual([
    { surveyId, answers: 2, before: '2026-02-12' },
    { surveyId, answers: 25, before: '2026-02-11' },
  ])
  expect(await call('GET', '/audit-trail/verify')).toEqual({ checked: 5, mark: expect.anything(), isEnd: true })
  expect(await wrong()).toBe(0)
})

test('with an answer go its words, what follows it up, its link and invitation; a correction makes it no younger', async () => {
  await call('POST', '/customers', { customers: [{ id: 'C-77', name: 'Northwind', tier: 'A' }] })
  const link = await desk.linkOf('C-77')
  const unused = await desk.linkOf('C-78')
  await desk.answer({ nps: '3', why: 'The glass was broken' }, link)
  at('2026-03-20T08:00:00Z')
  await desk.answer({ nps: '4', why: 'The glass was broken' }, link)
  await desk.answer({ nps: '9', why: 'The latest' })
  await keep(1)
  const rate = () => call('GET', survey('/figures?metric=RESPONSE_RATE'))
  const about = () => call('POST', '/customers/stored', { customerId: 'C-77' })
  at('2026-04-10T02:00:01Z')
  expect((await night()).answers).toBe(0)
  expect(await about()).toMatchObject({ answers: 1, links: 1 })
  expect(await rate()).toMatchObject({ n: 2, figure: 0.5 })
  expect(await call('GET', '/follow-ups')).toMatchObject({ followUps: [{ score: 3 }] })
  expect((await desk.open(link)).status).toBe(200)
  at('2026-04-11T02:00:01Z')
  expect((await night()).answers).toBe(1)
  expect(await about()).toMatchObject({ answers: 0, links: 0 })
  expect(await rate()).toMatchObject({ n: 0 })
  expect(await call('GET', '/follow-ups')).toEqual({ followUps: [] })
  expect((await desk.open(link)).status).toBe(404)
  expect((await desk.open(unused)).status).toBe(200)
  const left = (await everything(app)).join()
  expect(left).not.toContain('The glass was broken')
  expect(left).toContain('The latest')
  expect(await wrong()).toBe(0)
})

test.each([1, 2, 3, 4])(
  'a night that dies after write %i goes on where it was, beside answers that come in, and is told once',
  async (dies) => {
    await imported('2026-02-01', 20)
    await imported('2026-02-02', 3)
    await desk.linkOf('C1')
    await keep(1)
    at('2026-05-11T02:00:01Z')
    const restore = failingWrites(app.backend.db, 'after', (write) =>
      write === dies ? new Error('power cut') : undefined,
    )
    const died = await night()
    restore()
    expect(died.failures).toEqual(['Error'])
    const [, gone] = await Promise.all([
      Promise.all([imported('2026-02-02', 30), imported('2026-05-10', 5)]),
      night(),
      night(),
    ])
    expect(gone.failures).toEqual([])
    at('2026-05-12T02:00:01Z')
    await night()
    expect(await byDay()).toEqual({ '2026-05-10': 5 })
    const entries = (await told('answersExpired')) as { answers: number }[]
    expect(entries.reduce((sum, { answers }) => sum + answers, 0)).toBe(50)
    expect(entries.length).toBeLessThanOrEqual(2)
    expect((await everything(app)).join()).not.toContain('"sk":"R#2026-03-10')
    expect(await wrong()).toBe(0)
  },
)

test('once answers are to be kept longer none goes any more, and those that went are told', async () => {
  await imported('2026-02-01', 60)
  await keep(1)
  at('2026-03-11T02:00:01Z')
  let writes = 0
  app.backend.db.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (commandName.startsWith('TransactWrite') && ++writes === 2) await keep(null)
        return next(args)
      },
    { step: 'initialize', name: 'changing' },
  )
  expect(await night()).toEqual({ surveys: 1, answers: 19, failures: [] })
  app.backend.db.middlewareStack.remove('changing')
  expect(await night()).toEqual({ surveys: 1, answers: 0, failures: [] })
  expect(await night()).toMatchObject({ surveys: 0 })
  expect(await counted()).toBe(41)
  expect(await told('answersExpired')).toEqual([{ surveyId: desk.surveyId, answers: 19 }])
  expect((await everything(app)).join()).not.toContain('EXPIRY')
})

test('time that runs out leaves the rest to the next run', async () => {
  await imported('2026-02-01', 60)
  await keep(1)
  at('2026-03-11T02:00:01Z')
  let asked = 0
  expect(await expireAnswers(app.backend, () => ++asked > 3)).toEqual({ surveys: 1, answers: 38, failures: [] })
  expect(await night()).toMatchObject({ answers: 22 })
  expect(await told('answersExpired')).toMatchObject([{ answers: 60 }])
})

test('answers of staff go all at once, after the survey was closed', async () => {
  const questions = [{ id: 'nps', type: 'nps', title: 'Recommend?' }]
  desk = await surveyDesk(app, { kind: 'staff', questions, followUp: null })
  await desk.answer({ nps: '3' })
  at('2026-03-12T08:00:00Z')
  await desk.answer({ nps: '9' })
  await keep(1)
  at('2026-04-20T02:00:01Z')
  expect(await effect(1)).toMatchObject({ answers: 0 })
  expect(await night()).toMatchObject({ surveys: 1, answers: 0 })
  at('2026-04-11T12:00:00Z')
  await call('PATCH', survey(), { status: 'closed' })
  expect(await effect(1)).toMatchObject({ before: '2026-03-12', answers: 0 })
  at('2026-04-21T02:00:01Z')
  expect(await night()).toMatchObject({ surveys: 1, answers: 2 })
  expect((await everything(app)).filter((item) => item.includes('"nps":'))).toEqual([])
})
