import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'

let app: RunningApp
let key: string
beforeAll(async () => {
  app = await runningApp()
  const post = <T>(path: string, body: object) => app.call<T>('POST', app.at(path), { token: app.token, body })
  for (const title of ['Spring', 'Autumn']) await post('/surveys', { title })
  key = (await post<{ documentKey: string }>('/document-keys', { spreadsheetId: 'sheet', grants: ['figures'] })).body
    .documentKey
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
