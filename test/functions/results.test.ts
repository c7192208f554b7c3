import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
let surveyId: string
const post = <T = Record<string, unknown>>(path: string, body: unknown, operation?: string) =>
  app.call<T>('POST', app.at(path), { token: app.token, body, ...(operation && { operation }) })
const get = <T = Record<string, unknown>>(path: string) =>
  app.call<T>('GET', app.at(`/surveys/${surveyId}${path}`), { token: app.token })

beforeAll(async () => {
  app = await runningApp()
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    { id: 'why', type: 'text', title: 'Why?' },
  ]
  await post('/customers', { customers: [{ id: 'C1', tier: 'A', owner: 'Li' }] })
  surveyId = (await post<{ surveyId: string }>('/surveys', { title: 'Results', questions })).body.surveyId
  await post(`/surveys/${surveyId}/open`, undefined)
  const row = (id: number, date: string, nps: number, tier: string, why = '') => {
    return { id: String(id), date, tier, answers: { nps, why } }
  }
  const rows = [
    ...Array.from({ length: 30 }, (_, i) => row(i, '2026-01-20', i % 3 ? 3 : 9, i < 15 ? 'A' : 'B')),
    ...Array.from({ length: 30 }, (_, i) => row(100 + i, '2026-02-10', i % 6 ? 10 : 3, i < 15 ? 'A' : 'B')),
    row(200, '2026-03-01', 2, 'A', 'The parcel came late'),
    row(201, '2026-03-02', 9, 'B', 'Ｌate, but friendly'),
    row(202, '2026-03-03', 9, 'B', 'Friendly'),
  ]
  await post(`/surveys/${surveyId}/answers/import`, { rows })
})
afterAll(() => app.close())

describe('a figure against the days before', () => {
  test('says what changed, between what limits, and whether chance alone could', async () => {
    const { body } = await get('/comparison?from=2026-02-01&to=2026-02-28&by=tier')
    expect(body).toMatchObject({
      before: { from: '2026-01-04', to: '2026-01-31' },
      change: { before: expect.closeTo(-100 / 3), after: expect.closeTo(200 / 3), verdict: 'up' },
      rows: [
        { value: 'A', change: { verdict: 'up' } },
        { value: 'B', change: { verdict: 'up' } },
      ],
    })
  })

  test('says nothing where one side has no answers', async () => {
    expect((await get('/comparison?from=2026-04-01&to=2026-04-02')).body).toMatchObject({ change: null })
  })

  test('takes all days that there are', async () => {
    expect((await get('/comparison?from=0000-01-01&to=9999-12-31')).body).toMatchObject({ change: null })
  })

  test('needs both days', async () => {
    expect((await get('/comparison?from=2026-02-01')).status).toBe(400)
    expect((await get('/comparison?from=2026-02-02&to=2026-02-01')).status).toBe(400)
  })
})

describe('comments', () => {
  type Page = { comments: { text: string; day: string; nps: number }[]; read: number; cursor?: string }

  test('come the latest first, with the score that was given along', async () => {
    const { body } = await get<Page>('/comments')
    expect(body.comments.map(({ day, nps }) => [day, nps])).toEqual([
      ['2026-03-03', 9],
      ['2026-03-02', 9],
      ['2026-03-01', 2],
    ])
    expect(body).toMatchObject({ read: 63 })
    expect(body.cursor).toBeUndefined()
  })

  test('are searched by words in any case and width, page by page', async () => {
    const first = await get<Page>('/comments?search=LATE&limit=1')
    expect(first.body.comments).toMatchObject([{ day: '2026-03-02' }])
    const second = await get<Page>(`/comments?search=LATE&limit=1&cursor=${first.body.cursor}`)
    expect(second.body.comments).toMatchObject([{ day: '2026-03-01', tier: 'A' }])
    const rest = await get<Page>(`/comments?search=LATE&limit=1&cursor=${second.body.cursor}`)
    expect(rest.body.comments).toEqual([])
  })
})

describe('an answer that a person takes down', () => {
  const recorded = (body: object, operation?: string) => post(`/surveys/${surveyId}/answers`, body, operation)
  const answer = { date: '2026-03-09', channel: 'phone', customerId: 'C1', answers: { nps: 7 } }

  test('is one answer however often it is sent, with what its customer is', async () => {
    const first = await recorded(answer, 'call-1')
    expect(first).toMatchObject({ status: 201, body: { day: '2026-03-09', tier: 'A', owner: 'Li', channel: 'phone' } })
    expect((await recorded(answer, 'call-1')).body).toEqual(first.body)
    for (const other of [{ answers: { nps: 8 } }, { date: '2026-03-08' }]) {
      expect(await recorded({ ...answer, ...other }, 'call-1')).toMatchObject({ status: 409 })
    }
    expect((await get('/figures?metric=COUNT&by=channel&value=phone')).body).toMatchObject({ n: 1 })
  })

  test('is taken while the survey is open; what was taken is told again after it closed', async () => {
    const { body: made } = await post<{ surveyId: string }>('/surveys', { title: 'By phone' })
    const path = `/surveys/${made.surveyId}`
    const taken = (operation: string) =>
      post(`${path}/answers`, { date: '2026-03-09', channel: 'phone', answers: { nps: 7 } }, operation)
    const change = (body: object) => app.call('PATCH', app.at(path), { token: app.token, body })
    const refused = {
      status: 400,
      body: {
        error: {
          code: 'surveyNotOpen',
          message: 'The survey is not open, and takes no answers now. Open it first, or import the answer from a tab.',
        },
      },
    }
    expect(await taken('draft')).toMatchObject(refused)
    await post(`${path}/open`, undefined)
    const first = await taken('open')
    expect(first.status).toBe(201)
    await change({ closesOn: '2026-03-09' })
    expect(await taken('after')).toMatchObject(refused)
    await change({ closesOn: null })
    expect((await taken('again')).status).toBe(201)
    await change({ status: 'closed' })
    expect(await taken('closed')).toMatchObject(refused)
    expect((await taken('open')).body).toEqual(first.body)
    const rows = [{ id: '1', date: '2026-03-08', answers: { nps: 9 } }]
    expect((await post(`${path}/answers/import`, { rows })).body).toMatchObject({ accepted: 1 })
  })

  test.each([
    [{ ...answer, date: '2026-03-11' }, '2026-03-11 lies in the future. Correct the date.'],
    [{ ...answer, channel: 'smoke' }, '"channel" must be one of phone, visit, chat, interview, review.'],
    [{ ...answer, answers: { nps: 11 } }, 'Question 1 takes a whole number from 0 to 10. Correct the answer.'],
  ])('%j is refused with one sentence', async (body, message) => {
    expect(await recorded(body)).toMatchObject({ status: 400, body: { error: { message } } })
  })
})
