import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
let surveyId: string
let link: string
const questions = [
  { id: 'mood', type: 'csat', title: 'Are you content?', required: true },
  { id: 'team', type: 'single', title: 'Your team', options: ['Sales', 'Store', 'Office'].map((label) => ({ label })) },
  { id: 'why', type: 'text', title: 'Why?' },
]
beforeEach(async () => {
  app = await runningApp()
  const body = { title: 'Mood', kind: 'staff', staffGroup: 'team', questions }
  surveyId = (await post<{ surveyId: string }>('/surveys', body)).body.surveyId
  link = (await post<{ link: string }>(`/surveys/${surveyId}/open`, undefined)).body.link
})
afterEach(() => app.close())

const post = <T = Record<string, unknown>>(path: string, body: unknown) =>
  app.call<T>('POST', app.at(path), { token: app.token, body })
const patch = (body: unknown) => app.call('PATCH', app.at(`/surveys/${surveyId}`), { token: app.token, body })
const figures = (query: string) =>
  app.call<{ n: number; figure: number; rows: { value: string; n: number; figure: number }[] }>(
    'GET',
    app.at(`/surveys/${surveyId}/figures?${query.includes('metric') ? '' : 'metric=CSAT&'}${query}`),
    { token: app.token },
  )
async function answered(team: string, moods: number[]) {
  const path = new URL(link).pathname
  for (const mood of moods) {
    const { body } = await app.call<{ ticket: string }>('GET', path, { accept: 'application/json' })
    const sent = { ticket: body.ticket, answers: { mood, team, why: `said ${mood}` } }
    const reply = await app.call('POST', path, { accept: 'application/json', body: sent, operation: null })
    expect(reply.status).toBe(201)
  }
}
const refused = (code: string) => ({ status: 400, body: { error: { code } } })

test('figures come once the survey is closed, small groups together with the next-smallest', async () => {
  await answered('Sales', [5, 5, 5, 4, 1, 1, 1, 1])
  await answered('Store', [5, 5, 5, 5, 5, 1])
  await answered('Office', [1, 1, 1])
  expect(await figures('')).toMatchObject(refused('staffOpen'))
  await patch({ status: 'closed' })
  expect((await figures('')).body).toMatchObject({ n: 17, figure: 9 / 17 })
  expect((await figures('by=segment')).body.rows).toMatchObject([
    { value: '(small groups together)', n: 9, figure: 5 / 9 },
    { value: 'Sales', n: 8, figure: 0.5 },
  ])
  expect((await figures('by=segment&value=Sales')).body).toMatchObject({ n: 8 })
  expect((await figures('metric=SHARE&question=team')).body.rows).toMatchObject([
    { value: 'Sales', n: 8, figure: 8 / 17 },
    { value: '(small groups together)', n: 9, figure: 9 / 17 },
  ])
  for (const team of ['Store', 'Office', 'Nobody']) {
    expect(await figures(`by=segment&value=${team}`)).toMatchObject(refused('groupTooSmall'))
  }
})

test('no other cut, no day and no single answer is shown, and nothing is reopened', async () => {
  await answered('Sales', [5, 5, 5, 4, 1])
  await patch({ status: 'closed' })
  for (const query of ['by=day', 'by=channel', 'by=tier', 'by=owner_now', 'from=2026-03-10', 'to=2026-03-11']) {
    expect(await figures(query)).toMatchObject(refused('staffCut'))
  }
  const answers = app.at(`/surveys/${surveyId}/answers`)
  expect(await app.call('GET', answers, { token: app.token })).toMatchObject(refused('staffAnonymous'))
  const rows = [{ id: '1', date: '2026-03-01', answers: { mood: 1 } }]
  expect(await post(`/surveys/${surveyId}/answers/import`, { rows })).toMatchObject(refused('staffAnonymous'))
  expect(await post(`/surveys/${surveyId}/open`, undefined)).toMatchObject(refused('staffReopened'))
  expect(await patch({ closesOn: '2027-01-01' })).toMatchObject(refused('staffReopened'))
})

test('comments come all at once, without a place, a day or an order that would tell who wrote them', async () => {
  await answered('Sales', [5, 5, 4, 4, 1])
  const comments = (query = '') =>
    app.call('GET', app.at(`/surveys/${surveyId}/comments${query}`), { token: app.token })
  expect(await comments()).toMatchObject(refused('staffOpen'))
  await patch({ status: 'closed' })
  const { body } = await comments('?limit=1')
  expect(body).toEqual({ read: 5, comments: expect.any(Array) })
  expect((body as unknown as { comments: unknown[] }).comments).toHaveLength(5)
  for (const each of (body as unknown as { comments: object[] }).comments) {
    expect(Object.keys(each).sort()).toEqual(['channel', 'question', 'text'])
  }
  const cursor = Buffer.from('{"bucket":0,"after":"R#2026-03-09"}').toString('base64url')
  expect(await comments(`?cursor=${cursor}`)).toMatchObject(refused('staffCut'))
})

test('comments that are too much for one reply come as far as they fit, with how many there are', async () => {
  const ids = ['a', 'b']
  const body = { title: 'Words', kind: 'staff', questions: ids.map((id) => ({ id, type: 'text', title: id })) }
  const { surveyId: id } = (await post<{ surveyId: string }>('/surveys', body)).body
  const path = new URL((await post<{ link: string }>(`/surveys/${id}/open`, undefined)).body.link).pathname
  for (let i = 0; i < 140; i++) {
    const { ticket } = (await app.call<{ ticket: string }>('GET', path, { accept: 'application/json' })).body
    const answers = Object.fromEntries(ids.map((each) => [each, `${each}${i} ${'"'.repeat(3900)}`]))
    const sent = { accept: 'application/json', body: { ticket, answers }, operation: null }
    expect((await app.call('POST', path, sent)).status).toBe(201)
  }
  await app.call('PATCH', app.at(`/surveys/${id}`), { token: app.token, body: { status: 'closed' } })
  later(60)
  type Comments = { comments: { text: string }[]; read: number; total?: number }
  const comments = async (search = '') =>
    (await app.call<Comments>('GET', app.at(`/surveys/${id}/comments?search=${search}`), { token: app.token })).body
  const some = await comments()
  expect(some).toMatchObject({ read: 140, total: 280 })
  expect(Buffer.byteLength(JSON.stringify(JSON.stringify(some)))).toBeLessThan(5_000_000)
  expect(some.comments.length).toBeGreaterThan(240)
  expect((await comments('a1')).total).toBeUndefined()
})

test.each([{ status: 'closed' }, { closesOn: '2026-03-09' }])(
  'an answer that was on its way while the survey was closed by %o is not taken',
  async (closing) => {
    await answered('Sales', [5, 5, 5, 5, 5])
    expect(await answeredAfter(() => patch(closing))).toBe(404)
    later(60)
    expect((await figures('')).body).toMatchObject({ n: 5 })
  },
)

test('figures are shown when no answer of the last day can be on its way any more', async () => {
  await patch({ closesOn: '2026-03-10' })
  await answered('Sales', [5, 5, 5, 5, 5])
  const status = await answeredAfter(async () => {
    app.clock.now = new Date('2026-03-11T00:00:01Z')
    expect(await figures('')).toMatchObject(refused('staffOpen'))
  })
  expect(status).toBe(201)
  expect(await patch({ closesOn: '2026-03-20' })).toMatchObject(refused('staffReopened'))
  later(60)
  expect((await figures('')).body).toMatchObject({ n: 6 })
})

/** Somebody answers; before it is written, something happens. */
async function answeredAfter(act: () => Promise<unknown>): Promise<number> {
  const path = new URL(link).pathname
  const { body } = await app.call<{ ticket: string }>('GET', path, { accept: 'application/json' })
  let isDone = false
  app.backend.db.middlewareStack.add(
    (next, context) => async (args) => {
      if (!isDone && context.commandName?.startsWith('TransactWrite')) {
        isDone = true
        await act()
      }
      return next(args)
    },
    { step: 'initialize', name: 'closing' },
  )
  const sent = { ticket: body.ticket, answers: { mood: 1, team: 'Store' } }
  return (await app.call('POST', path, { accept: 'application/json', body: sent, operation: null })).status
}

function later(seconds: number): void {
  app.clock.now = new Date(app.clock.now.getTime() + seconds * 1000)
}

test('the group is a single choice of the survey, and stays once it was opened', async () => {
  const made = (body: object) => post('/surveys', { title: 'Other', kind: 'staff', questions, ...body })
  expect(await made({ staffGroup: 'why' })).toMatchObject(refused('questionUnknown'))
  expect(await made({ followUp: [{ question: 'team', atMost: 1, opens: 'task' }] })).toMatchObject(
    refused('questionUnknown'),
  )
  expect(await patch({ staffGroup: null })).toMatchObject(refused('staffGroupFixed'))
  expect((await patch({ staffGroup: 'team' })).status).toBe(200)
})

test('under five people nothing is shown at all, not even of a question that few answered', async () => {
  await answered('Sales', [5, 5, 5, 4])
  await patch({ status: 'closed' })
  for (const query of ['', 'by=segment', 'by=question']) {
    expect(await figures(query)).toMatchObject(refused('groupTooSmall'))
  }
})
