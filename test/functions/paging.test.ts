import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../functions/routes/routes.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
let surveys: string[]
const post = async <T = Record<string, unknown>>(path: string, body?: unknown) =>
  (await app.call<T>('POST', app.at(path), { token: app.token, ...(body !== undefined && { body }) })).body

beforeAll(async () => {
  app = await runningApp()
  await post('/customers', { customers: [{ id: 'C1' }] })
  surveys = [await answeredSurvey('First'), await answeredSurvey('Second')]
  for (let i = 0; i < 3; i++) {
    await post('/complaints', { customerId: 'C1', channel: 'hotline', description: `The ${i}th` })
  }
})
afterAll(() => app.close())

async function answeredSurvey(title: string): Promise<string> {
  const questions = [
    { id: 'nps', type: 'nps', title: 'Recommend?' },
    { id: 'why', type: 'text', title: 'Why?' },
  ]
  const followUp = [{ question: 'nps', atMost: 6, opens: 'task' }]
  const { surveyId } = await post<{ surveyId: string }>('/surveys', { title, questions, followUp })
  await post(`/surveys/${surveyId}/open`)
  for (const nps of [1, 2, 3]) {
    const body = { date: '2026-03-09', channel: 'phone', answers: { nps, why: `Because of ${nps}` } }
    await post(`/surveys/${surveyId}/answers`, body)
  }
  return surveyId
}

type Listing = {
  /** Of the first survey, or of another place that is listed. */
  path: (survey: string) => string
  items: string
  /** The parameter that goes on, and where a reply has it. */
  asked: string
  told: string
  /** Other queries, for which a place is none. */
  others: string[]
}
const LISTINGS: Record<string, Listing> = {
  listAnswers: {
    path: (survey) => `/surveys/${survey}/answers?`,
    items: 'answers',
    asked: 'cursor',
    told: 'cursor',
    others: ['from=2026-01-01', 'to=2026-12-31'],
  },
  listComments: {
    path: (survey) => `/surveys/${survey}/comments?`,
    items: 'comments',
    asked: 'cursor',
    told: 'cursor',
    others: ['from=2026-01-01', 'search=because'],
  },
  listComplaints: {
    path: () => '/complaints?',
    items: 'complaints',
    asked: 'after',
    told: 'next',
    others: ['status=all', 'owner=li'],
  },
  listFollowUps: { path: () => '/follow-ups?', items: 'followUps', asked: 'after', told: 'next', others: [] },
  listAuditTrail: {
    path: () => '/audit-trail?',
    items: 'entries',
    asked: 'cursor',
    told: 'next',
    others: ['act=keyMade', 'from=2026-01-01'],
  },
}

test('every route that lists page by page is here', () => {
  const paged = routes.filter(({ query, method }) => {
    const { entries = {} } = (query ?? {}) as { entries?: object }
    // A recount goes on by a cursor too, but lists nothing: what its pages add up to is tested with it.
    return method === 'get' && 'limit' in entries && ('cursor' in entries || 'after' in entries)
  })
  expect(paged.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(LISTINGS).sort())
})

describe.each(Object.entries(LISTINGS))('%s', (_, { path, items, asked, told, others }) => {
  const get = async (query: string, at = app.at(path(surveys[0]!)), language = 'en') =>
    app.call<Record<string, unknown>>('GET', at + query, { token: app.token, language })
  const placeAfterOne = async () => String((await get('limit=1')).body[told])
  const refused = { status: 400, body: { error: { code: 'cursorUnknown' } } }

  test('page by page, of whatever size, gives the same as at once', async () => {
    const all = (await get('')).body[items] as unknown[]
    expect(all.length).toBeGreaterThanOrEqual(3)
    const found: unknown[] = []
    let place: unknown
    for (let limit = 1; limit === 1 || place; limit++) {
      const { body } = await get(`limit=${limit}${place ? `&${asked}=${encodeURIComponent(String(place))}` : ''}`)
      found.push(...(body[items] as unknown[]))
      place = body[told]
    }
    expect(found).toEqual(all)
  })

  test.each([
    ['empty', ''],
    ['one character', 'x'],
    ['a place as it was before it was signed', Buffer.from('{"bucket":0,"after":"x"}').toString('base64url')],
    ['a key', encodeURIComponent('2026-03-09#x#y')],
    ['a key of another kind', 'R%232026-03-09'],
    ['a null byte', '%00'],
    ['half a letter', '%ff'],
    ['a full stop', '.'],
  ])('a place that was not given here is refused with one sentence: %s', async (_name, place) => {
    expect(await get(`${asked}=${place}`)).toMatchObject(refused)
  })

  test('so is one that was altered, or is of another list or query', async () => {
    const place = await placeAfterOne()
    expect(await get(`${asked}=${place.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`)).toMatchObject(refused)
    expect(await get(`${asked}=${place.slice(0, -1)}`)).toMatchObject(refused)
    for (const other of others) expect(await get(`${other}&${asked}=${place}`)).toMatchObject(refused)
    if (path('1') !== path('2')) {
      expect(await get(`${asked}=${place}`, app.at(path(surveys[1]!)))).toMatchObject(refused)
    }
    for (const listing of Object.values(LISTINGS).filter((each) => each.path !== path)) {
      const reply = await get(`${listing.asked}=${place}`, app.at(listing.path(surveys[0]!)))
      expect(reply).toMatchObject(refused)
    }
  })

  test('so is one of another workspace, and Chinese readers are told in Chinese', async () => {
    const made = await app.call<{ workspaceId: string }>('POST', '/v1/workspaces', {
      token: app.token,
      body: { name: 'Other' },
    })
    const survey = await app.call<{ surveyId: string }>('POST', `/v1/workspaces/${made.body.workspaceId}/surveys`, {
      token: app.token,
      body: { title: 'Other' },
    })
    const there = `/v1/workspaces/${made.body.workspaceId}${path(survey.body.surveyId)}`
    const reply = await get(`${asked}=${await placeAfterOne()}`, there, 'zh-CN')
    expect(reply).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/^列表无法从该处继续.+。$/) } },
    })
  })
})
