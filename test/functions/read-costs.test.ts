import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'
import { surveyDesk } from './survey-desk.ts'

/** What a request has done: its DynamoDB operations, and the answers that they read. */
type Costs = { operations: string[]; answers: string[] }

let app: RunningApp
let costs: Costs
beforeAll(async () => {
  app = await runningApp()
  app.backend.db.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args)
        const { Items = [] } = result.output as { Items?: { sk?: string }[] }
        costs?.operations.push(String(commandName))
        costs?.answers.push(...Items.flatMap(({ sk }) => (sk?.startsWith('R#') ? [sk] : [])))
        return result
      },
    { step: 'initialize', name: 'costs' },
  )
})
afterAll(() => app.close())

const FIRST_DAY = Date.parse('2025-03-11')
const dayAt = (place: number) => new Date(FIRST_DAY + place * 86_400_000).toISOString().slice(0, 10)

/** A survey with so many answers, spread over so many days of a year, counted once. */
async function surveyOf(count: number, days: number) {
  const desk = await surveyDesk(app)
  const rows = Array.from({ length: count }, (_, i) => {
    return { id: `${i}`, date: dayAt(Math.floor(((i % days) * 365) / days)), answers: { nps: i % 11 } }
  })
  const path = app.at(`/surveys/${desk.surveyId}/answers/import`)
  const answer = (some: object[]) => app.call('POST', path, { token: app.token, body: { rows: some } })
  await answer(rows)
  const year = async () => {
    costs = { operations: [], answers: [] }
    const { n, rows: told = [] } = await desk.figures(`metric=NPS&by=day&from=${dayAt(0)}&to=${dayAt(364)}`)
    const { operations, answers } = costs
    return { n, days: told.length, operations: [...operations], answers: [...answers] }
  }
  await year()
  return { surveyId: desk.surveyId, year, answer }
}

test('a year by day takes at most six operations where nothing is stale, of many answers as of few, and reads none', async () => {
  const [few, many] = [await surveyOf(10, 10), await surveyOf(400, 365)]
  const [ofFew, ofMany] = [await few.year(), await many.year()]
  expect(ofFew).toMatchObject({ n: 10, days: 10, answers: [] })
  expect(ofMany).toMatchObject({ n: 400, days: 365, answers: [] })
  expect(ofMany.operations.length).toBeLessThanOrEqual(6)
  expect(ofFew.operations.sort()).toEqual(ofMany.operations.sort())

  await many.answer([{ id: 'new', date: dayAt(3), answers: { nps: 1 } }])
  const stale = await many.year()
  expect(stale.n).toBe(401)
  expect(stale.answers.map((sk) => sk.split('#')[1])).toEqual(Array(3).fill(dayAt(3)))
  expect(stale.operations.length).toBe(ofMany.operations.length + 2)
  expect(await many.year()).toMatchObject({ n: 401, answers: [] })
})

test('formulas that are read together read a changed day once, whatever they cut it by', async () => {
  const { surveyId, answer } = await surveyOf(60, 20)
  const { body: granted } = await app.call<{ documentKey: string }>('POST', app.at('/document-keys'), {
    token: app.token,
    body: { spreadsheetId: 'sheet', grants: ['figures'] },
  })
  const whole = { function: 'SURVEY', survey: surveyId, metric: 'COUNT' }
  const queries = [
    whole,
    { ...whole, metric: 'NPS' },
    { ...whole, from: dayAt(2) },
    { ...whole, by: 'tier', value: '' },
  ]
  const counted = async () => {
    costs = { operations: [], answers: [] }
    const { body } = await app.call<{ results: { value: unknown }[] }>('POST', app.at('/cells'), {
      key: granted.documentKey,
      body: { queries },
    })
    return { values: body.results.map(({ value }) => value), answers: costs.answers.length }
  }
  expect(await counted()).toMatchObject({ answers: 60 })
  await answer([{ id: 'new', date: dayAt(0), answers: { nps: 1 } }])
  const { values, answers } = await counted()
  expect([values[0], values[2]]).toEqual([61, 57])
  expect(answers).toBe(4)
})
