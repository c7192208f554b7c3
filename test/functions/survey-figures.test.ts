import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { npsStats } from '../../core/satisfaction/nps-stats.ts'
import type { RunningApp } from './running-app.ts'
import { runningApp } from './running-app.ts'

let app: RunningApp
let token: string
beforeAll(async () => {
  app = await runningApp()
  token = app.token
  const customers = Object.keys(TIERS).map((id) => ({ id, tier: TIERS[id]! }))
  await app.call('POST', app.at('/customers'), { token, body: { customers } })
})
afterAll(() => app.close())

const TIERS: Record<string, string> = { C1: 'A', C2: 'A', C3: 'B', C4: 'constructor' }
const DAYS = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-09']

type Row = { id: string; date: string; customerId: string; answers: { nps: number } }
type Figures = { n: number; figure: number | null; rows: { value: string; n: number; figure: number | null }[] }

const questions = [{ id: 'nps', type: 'nps', title: 'Recommend?' }]

async function newSurvey(body: Record<string, unknown> = {}): Promise<string> {
  const made = await app.call<{ surveyId: string }>('POST', app.at('/surveys'), {
    token,
    body: { title: 'Survey', questions, ...body },
  })
  expect(made.status).toBe(201)
  return made.body.surveyId
}

async function importRows(surveyId: string, rows: Row[]) {
  return app.call<{ accepted: number; duplicate: number; rejected: number; rows: { answerId: string }[] }>(
    'POST',
    app.at(`/surveys/${surveyId}/answers/import`),
    { token, body: { rows } },
  )
}

async function figures(surveyId: string, query: string): Promise<Figures> {
  return (await app.call<Figures>('GET', app.at(`/surveys/${surveyId}/figures?${query}`), { token })).body
}

/** What the figures must be, counted from the rows themselves. */
function recounted(rows: Row[], label: (row: Row) => string) {
  const groups = new Map<string, number[]>()
  for (const row of rows) groups.set(label(row), [...(groups.get(label(row)) ?? []), row.answers.nps])
  return [...groups]
    .map(([value, scores]) => {
      const promoters = scores.filter((score) => score >= 9).length
      const detractors = scores.filter((score) => score <= 6).length
      const stats = npsStats({ promoters, detractors, passives: scores.length - promoters - detractors })!
      return { value, n: scores.length, figure: stats.nps, low: stats.low, high: stats.high }
    })
    .sort((a, b) => (a.value < b.value ? -1 : 1))
}

const rowArbitrary = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map(String),
  date: fc.constantFrom(...DAYS),
  customerId: fc.constantFrom(...Object.keys(TIERS)),
  answers: fc.record({ nps: fc.integer({ min: 0, max: 10 }) }),
})
const stepArbitrary = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      rows: fc.array(rowArbitrary, { minLength: 1, maxLength: 8 }),
    }),
  },
  fc.record({ do: fc.constant('edit' as const), which: fc.nat(), nps: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ do: fc.constant('delete' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('look' as const) }),
)

test('figures equal a recount after any imports, edits, deletes and looks in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepArbitrary, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(10, 60),
      async (steps, peakPerSecond) => {
        const surveyId = await newSurvey({ peakPerSecond })
        const seen = new Set<string>()
        const kept = new Map<string, { row: Row; answerId: string; revision: number }>()
        for (const step of steps) {
          if (step.do === 'import') {
            const reply = await importRows(surveyId, step.rows)
            step.rows.forEach((row, i) => {
              const key = `${row.id}#${row.date}`
              if (!seen.has(key)) kept.set(key, { row, answerId: reply.body.rows[i]!.answerId, revision: 1 })
              seen.add(key)
            })
          } else if (step.do === 'look') {
            await figures(surveyId, 'by=tier')
          } else if (kept.size) {
            const [key, answer] = [...kept][step.which % kept.size]!
            const path = app.at(`/surveys/${surveyId}/answers/${answer.answerId}`)
            if (step.do === 'delete') {
              expect((await app.call('DELETE', path, { token })).status).toBe(200)
              kept.delete(key)
            } else {
              const body = { revision: answer.revision++, answers: { nps: step.nps } }
              expect((await app.call('PATCH', path, { token, body })).status).toBe(200)
              answer.row = { ...answer.row, answers: body.answers }
            }
          }
        }
        const rows = [...kept.values()].map(({ row }) => row)
        const byTier = await figures(surveyId, 'by=tier')
        expect(byTier.rows).toEqual(recounted(rows, (row) => TIERS[row.customerId]!))
        expect(byTier.n).toBe(rows.length)
        expect((await figures(surveyId, 'by=day')).rows).toEqual(recounted(rows, (row) => row.date))
        expect((await figures(surveyId, 'by=month')).rows).toEqual(recounted(rows, (row) => row.date.slice(0, 7)))
      },
    ),
    { numRuns: 8 },
  )
})

test('five hundred rows at once, sent again under any operation id, are counted once', async () => {
  const surveyId = await newSurvey()
  const rows = Array.from({ length: 500 }, (_, i) => ({
    id: `r${i}`,
    date: DAYS[i % 2]!,
    customerId: `C${(i % 4) + 1}`,
    answers: { nps: i % 11 },
  }))
  expect((await importRows(surveyId, rows.slice(0, 300))).body).toMatchObject({ accepted: 300, duplicate: 0 })
  expect((await importRows(surveyId, rows)).body).toMatchObject({ accepted: 200, duplicate: 300, rejected: 0 })
  expect((await figures(surveyId, 'metric=COUNT')).figure).toBe(500)
  expect((await figures(surveyId, 'by=tier')).rows).toEqual(recounted(rows, (row) => TIERS[row.customerId]!))
})

test('rows are accepted, duplicate or rejected one by one, with the reason', async () => {
  const surveyId = await newSurvey()
  const row = { id: '1', date: '2026-03-01', customerId: 'C1', answers: { nps: '9' } }
  const rows = [
    row,
    row,
    { ...row, answers: { nps: 2 } },
    { ...row, id: '2', answers: { nps: 11 } },
    { ...row, id: '3', answers: { other: 1 } },
    { ...row, id: '4', answers: {} },
    { ...row, id: '5', date: '2026-02-30' },
    { ...row, id: '6', date: '2026-03-11' },
    { ...row, id: '7', date: '2026-03-10T23:30:00+08:00' },
    { id: '8', answers: {} },
    'nonsense',
  ]
  const { body } = await app.call<{ rows: { status: string; error?: { message: string } }[] }>(
    'POST',
    app.at(`/surveys/${surveyId}/answers/import`),
    { token, body: { rows } },
  )
  expect(body).toMatchObject({ accepted: 2, duplicate: 1, rejected: 8 })
  expect(body.rows.map((each) => each.error?.message ?? each.status)).toEqual([
    'accepted',
    'duplicate',
    'Another answer is already kept under this id and date. Give the row an id of its own.',
    'Question 1 takes a whole number from 0 to 10. Correct the answer.',
    'The survey has no question "other". Check its number or title.',
    'Nothing is answered yet. Answer at least one question.',
    '"2026-02-30" is not a date such as 2026-03-31. Correct it.',
    '2026-03-11 lies in the future. Correct the date.',
    'accepted',
    '"date" is missing. Add it.',
    '"row" must be an object.',
  ])
})

test('the same operation id reports the same import again', async () => {
  const surveyId = await newSurvey()
  const ask = { token, operation: 'import-1', body: { rows: [{ id: '1', date: '2026-03-01', answers: { nps: 9 } }] } }
  const path = app.at(`/surveys/${surveyId}/answers/import`)
  const first = await app.call('POST', path, ask)
  expect(first.body).toMatchObject({ accepted: 1 })
  expect((await app.call('POST', path, ask)).body).toEqual(first.body)
  const other = await app.call('POST', path, { ...ask, body: { rows: [{ id: '2' }] } })
  expect(other).toMatchObject({ status: 409, body: { error: { code: 'operationReused' } } })
})
