import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recountedScores } from '../../core/kpi/recounted-scores.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

type Recount = {
  scores: Record<string, number>
  links: number
  answered: number
  question?: { points: number }
  cursor?: string
}

let app: RunningApp
let desk: Awaited<ReturnType<typeof surveyDesk>>
beforeAll(async () => {
  app = await runningApp()
})
afterAll(() => app.close())
const questions = [
  { id: 'nps', type: 'nps', title: 'Recommend?' },
  { id: 'quality', type: 'csat', title: 'Quality?', points: 7 },
  { id: 'easy', type: 'ces', title: 'Easy?' },
]
beforeEach(async () => {
  app.clock.now = new Date('2026-03-10T08:00:00Z')
  desk = await surveyDesk(app, { questions })
})

const rows = [
  { id: '1', date: '2026-02-27', answers: { nps: 10, quality: 6, easy: 7 } },
  { id: '2', date: '2026-03-01', answers: { nps: 9, quality: 5 } },
  { id: '3', date: '2026-03-01', answers: { nps: 6, quality: 7, easy: 2 } },
  { id: '4', date: '2026-03-02', answers: { nps: 3 } },
  { id: '5', date: '2026-03-03', answers: { nps: 8, easy: 6 }, channel: 'interview' },
  { id: '6', date: '2026-03-09', answers: { nps: 10, quality: 4, easy: 5 } },
]
const call = <T>(method: 'POST' | 'GET', path: string, body?: object) =>
  app.call<T>(method, app.at(`/surveys/${desk.surveyId}${path}`), { token: app.token, ...(body && { body }) })
const recount = async (query: string) => (await call<Recount>('GET', `/recount?${query}`)).body

describe('of answers that are stored', () => {
  beforeEach(() => call('POST', '/answers/import', { rows }))

  test('scores are those of the days asked for, without interviews and without what was deleted', async () => {
    const march = 'from=2026-03-01&to=2026-03-31'
    expect((await recount(march)).scores).toEqual({ 9: 1, 6: 1, 3: 1, 10: 1 })
    const [last] = (await desk.answers()).filter(({ day }) => day === '2026-03-09')
    await app.call('DELETE', app.at(`/surveys/${desk.surveyId}/answers/${last!.answerId}`), {
      token: app.token,
      body: { expectedRevision: last!.revision },
    })
    expect((await recount(march)).scores).toEqual({ 9: 1, 6: 1, 3: 1 })
  })

  test.each(['NPS', 'CSAT', 'CES'] as const)('%s of them is the figure that is told', async (metric) => {
    for (const span of ['from=2026-02-01&to=2026-03-31', 'from=2026-03-01&to=2026-03-02']) {
      const { scores, question } = await recount(`metric=${metric}&${span}`)
      const told = await desk.figures(`metric=${metric}&${span}`)
      const { n, value } = recountedScores(metric, scores, question!.points)
      expect([n, value]).toEqual([told.n, told.figure])
    }
  })
})

test('the response rate is links of the span, and those of them that were answered whenever', async () => {
  const first = await desk.links({ customers: [{ customerId: 'C1' }, { customerId: 'C2' }, { customerId: 'C3' }] })
  app.clock.now = new Date('2026-03-20T08:00:00Z')
  await desk.links({ customers: [{ customerId: 'C4' }] })
  await desk.answer({ nps: '9' }, new URL(first.body.links[0]!.link).pathname)
  expect(await recount('metric=RESPONSE_RATE&from=2026-03-10&to=2026-03-10')).toMatchObject({ links: 3, answered: 1 })
  expect(await recount('metric=RESPONSE_RATE&from=2026-03-11&to=2026-03-31')).toMatchObject({ links: 1, answered: 0 })
})

test('surveys of staff are not read one by one', async () => {
  desk = await surveyDesk(app, { questions, kind: 'staff' })
  const { status, body } = await call<{ error: { code: string } }>('GET', '/recount?from=2026-01-01&to=2026-12-31')
  expect([status, body.error.code]).toEqual([400, 'staffAnonymous'])
})
