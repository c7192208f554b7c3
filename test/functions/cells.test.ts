import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
let key: string
beforeAll(async () => {
  app = await runningApp()
  const post = <T>(path: string, body: object) => app.call<T>('POST', app.at(path), { token: app.token, body })
  for (const title of ['Spring', 'Autumn']) await post('/surveys', { title })
  key = (await post<{ documentKey: string }>('/document-keys', { spreadsheetId: 'sheet', grants: ['figures', 'kpis'] }))
    .body.documentKey
})
afterAll(() => app.close())

test('the formulas of one request list the surveys once, those of the next again', async () => {
  let listings = 0
  app.backend.db.middlewareStack.add(
    (next) => (args) => {
      const { IndexName, ExpressionAttributeValues = {} } = args.input as unknown as Record<
        string,
        Record<string, string>
      >
      if (IndexName && ExpressionAttributeValues[':pk']?.endsWith('#M')) listings++
      return next(args)
    },
    { step: 'initialize', name: 'listings' },
  )
  const query = (survey: string) => ({ function: 'SURVEY', survey, metric: 'COUNT' })
  const body = { queries: ['Spring', 'Autumn', 'Spring', 'Winter'].map(query) }
  const values = async () =>
    (
      await app.call<{ results: { value?: number; error?: { code: string } }[] }>('POST', app.at('/cells'), {
        key,
        body,
      })
    ).body.results
  expect(await values()).toMatchObject([{ value: 0 }, { value: 0 }, { value: 0 }, { error: { code: 'surveyUnknown' } }])
  expect(listings).toBe(1)
  await values()
  expect(listings).toBe(2)
})

test('the formulas of one request have answers follow their customers once', async () => {
  const read: string[] = []
  app.backend.db.middlewareStack.add(
    (next) => (args) => {
      const { ExpressionAttributeValues = {} } = args.input as unknown as Record<string, Record<string, string>>
      if (ExpressionAttributeValues[':pk']?.endsWith('#N')) read.push(ExpressionAttributeValues[':pk'])
      return next(args)
    },
    { step: 'initialize', name: 'following' },
  )
  const query = (survey: string, by: string) => ({ function: 'SURVEY', survey, metric: 'COUNT', by })
  const body = { queries: [query('Spring', 'tier_now'), query('Autumn', 'owner_now'), query('Spring', 'tier')] }
  await app.call('POST', app.at('/cells'), { key, body })
  expect(read).toHaveLength(1)
})

test('the formulas of one request read the facts of complaints once', async () => {
  const read: string[] = []
  app.backend.db.middlewareStack.add(
    (next) => (args) => {
      const { ExpressionAttributeValues = {} } = args.input as unknown as Record<string, Record<string, string>>
      if (ExpressionAttributeValues[':pk']?.includes('#QM#')) read.push(ExpressionAttributeValues[':pk'])
      return next(args)
    },
    { step: 'initialize', name: 'facts' },
  )
  const query = (metric: string, from?: string) => ({ function: 'COMPLAINTS', metric, from })
  const body = {
    queries: [query('OPEN'), query('NEW', '2026-01-01'), query('nonsense'), query('NEW', '2026-03-01')],
  }
  const { body: reply } = await app.call<{ results: object[] }>('POST', app.at('/cells'), { key, body })
  expect(reply.results).toMatchObject([{ value: 0 }, { value: 0 }, { error: {} }, { value: 0 }])
  expect(read.length).toBeGreaterThan(2)
  expect(read).toEqual([...new Set(read)])
})

test('the formulas of one request look up once which KPIs its key may read', async () => {
  let operations = 0
  app.backend.db.middlewareStack.add(
    (next) => (args) => {
      operations++
      return next(args)
    },
    { step: 'initialize', name: 'operations' },
  )
  const cost = async (names: string[]) => {
    operations = 0
    const body = { queries: names.map((name) => ({ function: 'KPI', name })) }
    const reply = await app.call<{ results: object[] }>('POST', app.at('/cells'), { key, body })
    expect(reply.body.results).toMatchObject(names.map(() => ({ error: { code: 'kpiUnknown' } })))
    return operations
  }
  expect(await cost(['Revenue', 'Customers', 'NPS'])).toBe(await cost(['Revenue']))
})
