import { afterAll, beforeAll, expect, test } from 'vitest'
import { factsOfCustomers } from '../../functions/customer/facts-of-customers.ts'
import { WorkspaceKey } from '../../functions/store/workspace-key.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

let app: RunningApp
let key: string
let [spring, autumn, plain] = [] as unknown as Awaited<ReturnType<typeof surveyDesk>>[]
beforeAll(async () => {
  app = await runningApp()
  spring = await surveyDesk(app, { rewardPoints: 5 })
  autumn = await surveyDesk(app, { rewardPoints: 5 })
  plain = await surveyDesk(app)
  const body = { spreadsheetId: 'sheet', grants: ['figures', 'facts'] }
  key = (await post<{ documentKey: string }>('/document-keys', body)).documentKey
})
afterAll(() => app.close())

const post = async <T>(path: string, body: object) =>
  (await app.call<T>('POST', app.at(path), { token: app.token, body })).body
/** What `=TS_CUSTOMER_FACTS(customers, "POINTS")` shows. */
async function points(...customers: string[]) {
  const query = { function: 'CUSTOMER_FACTS', customers, facts: ['POINTS'] }
  const reply = await app.call<{ results: { value: number[][] }[] }>('POST', app.at('/cells'), {
    key,
    body: { queries: [query] },
  })
  return reply.body.results[0]!.value.flat()
}
const imported = (surveyId: string, customerId: string, date: string) =>
  post<{ rows: { answerId: string }[] }>(`/surveys/${surveyId}/answers/import`, {
    rows: [{ id: `${customerId} ${date}`, date, customerId, answers: { nps: 9 } }],
  })
const taken = (customerId: string, channel: string) =>
  post(`/surveys/${spring!.surveyId}/answers`, { date: '2026-03-10', channel, customerId, answers: { nps: 9 } })

test('a survey gives its points once, however often and by whatever way it is answered; each survey its own', async () => {
  expect(await points('C-1')).toEqual([0])
  await spring!.answer({ nps: '9' }, await spring!.linkOf('C-1'))
  expect(await points('C-1')).toEqual([5])
  await taken('C-1', 'phone')
  await imported(spring!.surveyId, 'C-1', '2026-02-01')
  expect(await points('C-1', 'C-2')).toEqual([5, 0])
  await imported(autumn!.surveyId, 'C-1', '2026-02-01')
  await imported(plain!.surveyId, 'C-1', '2026-02-01')
  expect(await points('C-1')).toEqual([10])
})

test('answers of the past that are imported give points; interviews and reviews are no answers', async () => {
  await taken('talked', 'interview')
  await taken('talked', 'review')
  const { rows } = await imported(spring!.surveyId, 'past', '2025-02-01')
  expect(await points('talked', 'past')).toEqual([0, 5])
  const path = app.at(`/surveys/${spring!.surveyId}/answers/${rows[0]!.answerId}`)
  expect((await app.call('DELETE', path, { token: app.token })).status).toBe(200)
  expect(await points('past')).toEqual([0])
})

test('who answered under two ids that were merged has the points of a survey once', async () => {
  await imported(spring!.surveyId, 'kept', '2026-02-01')
  await imported(spring!.surveyId, 'gone', '2026-02-02')
  await imported(autumn!.surveyId, 'gone', '2026-02-03')
  const found = await factsOfCustomers(
    app.backend,
    WorkspaceKey.ofScanned(`W#${app.workspaceId}`),
    ['kept'],
    app.clock.now,
    { points: true, merged: { kept: ['gone'] } },
  )
  expect(found).toMatchObject([{ id: 'kept', points: 10 }])
})
