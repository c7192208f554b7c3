import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await runningApp()
  await post('/customers', { customers: [{ id: 'C-1', tier: 'A', owner: 'Wei', segment: 'Key' }] })
})
afterAll(() => app.close())

type Imported = { accepted: number; duplicate: number; rows: { status: string; error?: { code: string } }[] }
const post = async <T>(path: string, body: unknown): Promise<T> =>
  (await app.call<T>('POST', app.at(path), { token: app.token, body })).body
const madeSurvey = async () => (await post<{ surveyId: string }>('/surveys', { title: 'Imported' })).surveyId
const importing = (surveyId: string, rows: unknown[]) => post<Imported>(`/surveys/${surveyId}/answers/import`, { rows })
const known = async (surveyId: string, answers: unknown[]) =>
  (await post<{ known: string[] }>(`/surveys/${surveyId}/answers/import/known`, { answers })).known
const figures = async (surveyId: string, by: string) => {
  const path = app.at(`/surveys/${surveyId}/figures?metric=COUNT&by=${by}`)
  const { body } = await app.call<{ rows: { value: string; n: number }[] }>('GET', path, { token: app.token })
  return body.rows.map(({ value, n }) => [value, n])
}

test("a row's own tier, owner and segment hold; what it leaves out is its customer's", async () => {
  const surveyId = await madeSurvey()
  const row = (id: string, more: object) => ({ id, date: '2026-03-01', answers: { nps: 9 }, ...more })
  const rows = [
    row('1', { customerId: 'C-1' }),
    row('2', { customerId: 'C-1', tier: 'B', segment: ' Small ' }),
    row('3', { tier: 'C', owner: 'Ann', segment: 'Small' }),
    row('4', {}),
  ]
  expect(await importing(surveyId, rows)).toMatchObject({ accepted: 4 })
  expect(await figures(surveyId, 'tier')).toEqual([
    ['', 1],
    ['A', 1],
    ['B', 1],
    ['C', 1],
  ])
  expect(await figures(surveyId, 'owner')).toEqual([
    ['', 1],
    ['Ann', 1],
    ['Wei', 2],
  ])
  expect(await figures(surveyId, 'segment')).toEqual([
    ['', 1],
    ['Key', 1],
    ['Small', 2],
  ])
})

test('a row that is sent again with another tier is another answer under its id', async () => {
  const surveyId = await madeSurvey()
  const row = { id: '1', date: '2026-03-01', tier: 'B', answers: { nps: 9 } }
  await importing(surveyId, [row])
  expect((await importing(surveyId, [row])).duplicate).toBe(1)
  expect((await importing(surveyId, [{ ...row, tier: 'A' }])).rows[0]?.error?.code).toBe('rowConflict')
})

test('facts that are blank or too long are rejected', async () => {
  const surveyId = await madeSurvey()
  const row = { id: '1', date: '2026-03-01', answers: { nps: 9 } }
  const { rows } = await importing(surveyId, [
    { ...row, tier: ' ' },
    { ...row, segment: 'x'.repeat(201) },
  ])
  expect(rows.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('what is stored is known by id and day, in any number, and what was deleted', async () => {
  const surveyId = await madeSurvey()
  const rows = Array.from({ length: 150 }, (_, at) => ({ id: `r${at}`, date: '2026-03-02', answers: { nps: 7 } }))
  const { rows: stored } = await importing(surveyId, rows)
  const path = app.at(`/surveys/${surveyId}/answers/${(stored[0] as unknown as { answerId: string }).answerId}`)
  expect((await app.call('DELETE', path, { token: app.token })).status).toBe(200)
  const asked = [
    ...rows.map(({ id, date }) => ({ id, date })),
    { id: 'r1', date: '2026-03-03' },
    { id: 'other', date: '2026-03-02' },
    { id: 'r149', date: '2026-03-02T12:00:00Z' },
  ]
  expect(await known(surveyId, asked)).toEqual([
    ...['deleted', ...rows.slice(1).map(() => 'stored')],
    ...['unknown', 'unknown', 'stored'],
  ])
  const reply = await app.call('POST', app.at(`/surveys/${surveyId}/answers/import/known`), {
    token: app.token,
    body: { answers: [{ id: 'r1', date: 'yesterday' }] },
  })
  expect(reply).toMatchObject({ status: 400, body: { error: { code: 'dateUnreadable' } } })
})

test('a survey of staff takes no answers from a tab, and says so before any is sent', async () => {
  const { surveyId } = await post<{ surveyId: string }>('/surveys', { title: 'Staff', kind: 'staff' })
  const path = `/surveys/${surveyId}/answers/import`
  const row = { id: '1', date: '2026-03-01', answers: { nps: 9 } }
  const refused = { error: { code: 'staffAnonymous' } }
  expect(await post(`${path}/known`, { answers: [{ id: '1', date: '2026-03-01' }] })).toMatchObject(refused)
  expect(await post(path, { rows: [row] })).toMatchObject(refused)
})
