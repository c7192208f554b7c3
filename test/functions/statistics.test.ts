import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ComplaintDesk, complaintDesk } from './complaint-desk.ts'
import { everything } from './survey-desk.ts'

type Figure = { value: number | null; n: number; low: number | null; high: number | null }
type Told = {
  whole: Figure
  groups: (Figure & { group: string })[]
  rows: number
  left: { conditions: number; unread: number; blank: number }
  shown: Record<string, string | number>[]
}

let desk: ComplaintDesk
let surveyId: string
let staffId: string
const all = (...of: object[]) => ({ every: 'all', of })
const count = { kind: 'count' }

beforeAll(async () => {
  desk = await complaintDesk()
  desk.at('2026-02-27T09:00:00Z')
  await desk.log({ customerId: 'C-1', category: 'Delivery', severity: 'high' })
  desk.at('2026-03-02T09:00:00Z')
  const { body } = await desk.log({ customerId: 'C-2', category: 'Delivery' })
  const answered = await desk.act(body.id, { action: 'acknowledge', expectedVersion: body.version })
  await desk.act(body.id, { action: 'resolve', compensation: 12.34, expectedVersion: answered.body.version })
  await desk.log({ customerId: 'C-3', category: 'Billing' })
  await desk.log({ customerId: 'C-4', kind: 'praise' })
  surveyId = await survey({
    title: 'Spring',
    questions: [
      { id: 'nps', type: 'nps', title: 'Recommend?' },
      {
        id: 'team',
        type: 'single',
        title: 'Team',
        options: [
          { id: 'a', label: 'North' },
          { id: 'b', label: 'South' },
        ],
      },
      {
        id: 'used',
        type: 'multiple',
        title: 'Used',
        options: [
          { id: 'x', label: 'App' },
          { id: 'y', label: 'Shop' },
        ],
      },
      { id: 'why', type: 'text', title: 'Why?' },
    ],
  })
  const given: [string, Record<string, unknown>][] = [
    ['C-1', { nps: 10, team: 'a', used: ['x', 'y'], why: 'Ask for Jane Doe' }],
    ['C-1', { nps: 9, team: 'a', used: ['x'] }],
    ['C-2', { nps: 3, team: 'b', why: 'late' }],
    ['C-3', { nps: 10, used: ['y'] }],
  ]
  for (const [at, [customerId, answers]] of given.entries()) {
    const [date, channel] = [`2026-03-0${at + 2}`, at === 3 ? 'interview' : 'phone']
    desk.at(`${date}T10:00:00Z`)
    await post(`/surveys/${surveyId}/answers`, { date, customerId, answers, channel })
  }
  const questions = [{ id: 'mood', type: 'csat', title: 'Content?' }]
  staffId = await survey({ title: 'Mood', kind: 'staff', questions })
  desk.at('2026-03-10T23:30:00Z')
})
afterAll(() => desk.close())

async function post<T = Record<string, never>>(path: string, body: unknown) {
  return desk.call<T>('POST', desk.path(path), { token: await desk.signedIn(), body })
}
async function survey(body: Record<string, unknown>): Promise<string> {
  const { surveyId: id } = (await post<{ surveyId: string }>('/surveys', body)).body
  await post(`/surveys/${id}/open`, undefined)
  return id
}
const asked = (definition: Record<string, unknown>, more = {}) =>
  post<Told>('/statistic', { definition: { where: all(), measure: count, ...definition }, ...more })
const complaints = async (definition: Record<string, unknown>, more = {}) =>
  (await asked({ module: 'complaints', ...definition }, more)).body
const answers = async (definition: Record<string, unknown>) =>
  (await asked({ module: 'answers', survey: surveyId, ...definition })).body

test('complaints are counted by category, without praise, and narrowed to a relative period', async () => {
  const group = { field: 'category' }
  expect(await complaints({ group })).toMatchObject({
    whole: { value: 3, n: 3 },
    groups: [
      { group: 'Delivery', value: 2 },
      { group: 'Billing', value: 1 },
    ],
  })
  const thisMonth = all({ field: 'received', operator: 'inPeriod', period: 'thisMonth' })
  expect(await complaints({ group, where: thisMonth })).toMatchObject({ whole: { value: 2 }, rows: 2 })
})

test('today is that of the spreadsheet: half past eleven at night in London is the next day in Shanghai', async () => {
  const where = all({ field: 'received', operator: 'lastDays', days: 9 })
  expect((await complaints({ where })).whole.value).toBe(2)
  expect((await complaints({ where }, { timeZone: 'Asia/Shanghai' })).whole.value).toBe(0)
})

test('what was paid is summed to the cent, and rows without any are left out', async () => {
  expect(await complaints({ measure: { kind: 'sum', field: 'compensation' } })).toMatchObject({
    whole: { value: 12.34, n: 1 },
    left: { conditions: 0, unread: 0, blank: 2 },
  })
})

test('the share of promoters has its interval, and interviews are no part of the survey', async () => {
  const promoters = { kind: 'share', where: all({ field: 'question:nps', operator: 'atLeast', value: 9 }) }
  const { whole, groups } = await answers({ measure: promoters, group: { field: 'tier' } })
  // Wilson's limits for 2 of 3.
  expect(whole).toMatchObject({ n: 3, value: 2 / 3, low: expect.closeTo(0.2077, 4), high: expect.closeTo(0.9385, 4) })
  expect(groups.map(({ group, value, n }) => [group, value, n])).toEqual([
    ['A', 1, 2],
    ['B', 0, 1],
  ])
  expect((await answers({ group: { field: 'channel' } })).groups).toMatchObject([
    { group: 'phone', value: 3 },
    { group: 'interview', value: 1 },
  ])
})

test('an option of several is asked for by itself', async () => {
  const where = all({ field: 'question:used.x', operator: 'is', text: 'yes' })
  expect((await answers({ where })).whole.value).toBe(2)
})

test('the rows shown name nobody, and what was written is searched but never shown', async () => {
  const where = all(
    { field: 'question:why', operator: 'notBlank' },
    { field: 'question:nps', operator: 'atLeast', value: 0 },
  )
  const reply = await answers({ where, group: { field: 'question:team' } })
  expect(reply.shown).toEqual([
    { 'question:nps': 10, 'question:team': 'a' },
    { 'question:nps': 3, 'question:team': 'b' },
  ])
  const byWords = all({ field: 'question:why', operator: 'more', value: 3 })
  const texts = JSON.stringify([reply, await answers({ where: byWords }), await complaints({})])
  for (const name of ['Jane', 'late', 'C-1', 'Northwind', 'pallet']) expect(texts).not.toContain(name)
  for (const definition of [
    { group: { field: 'question:why' } },
    { measure: { kind: 'distinct', field: 'question:why' } },
  ]) {
    const refused = await asked({ module: 'answers', survey: surveyId, ...definition })
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'statisticGrouping' } } })
  }
})

test('a survey of staff, one of nobody, no survey and a module of the sheet are refused', async () => {
  const refusals = {
    [staffId]: [400, 'staffAnonymous'],
    nothing: [404, 'notFound'],
    '': [400, 'fieldFormat'],
  }
  for (const [id, [status, code]] of Object.entries(refusals)) {
    expect(await asked({ module: 'answers', survey: id })).toMatchObject({ status, body: { error: { code } } })
  }
  expect(await asked({ module: 'answers' })).toMatchObject({
    status: 400,
    body: { error: { code: 'statisticNoSurvey' } },
  })
  expect(await asked({ module: 'orders' })).toMatchObject({ status: 400, body: { error: { code: 'statisticBroken' } } })
})

test('a viewer may ask, a stranger may not, and another workspace has its own', async () => {
  const eve = { sub: 'eve', email: 'eve@example.com', name: 'Eve' }
  const token = await desk.tokenOf(eve)
  const body = { definition: { module: 'complaints', where: all(), measure: count } }
  const path = desk.path('/statistic')
  expect((await desk.call('POST', path, { token, body })).status).toBe(403)
  const other = await desk.call<{ workspaceId: string }>('POST', '/v1/workspaces', { token, body: { name: 'Other' } })
  const own = `/v1/workspaces/${other.body.workspaceId}/statistic`
  expect(await desk.call<Told>('POST', own, { token, body })).toMatchObject({
    status: 200,
    body: { whole: { value: 0 } },
  })
  const foreign = { definition: { module: 'answers', survey: surveyId, where: all(), measure: count } }
  expect((await desk.call('POST', own, { token, body: foreign })).status).toBe(404)
  await desk.join(eve, 'viewer')
  expect((await desk.call('POST', path, { token, body })).status).toBe(200)
})

test('asking changes nothing', async () => {
  const before = await everything(desk)
  await complaints({ group: { field: 'category' } })
  await answers({ group: { field: 'tier' } })
  expect(await everything(desk)).toEqual(before)
})
