import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SurveyResults } from '../../addon/survey/results.ts'
import type { CommentPage } from '../../addon/survey/results-comments.ts'
import type { ResultsSetup } from '../../addon/survey/results-setup.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { importedAnswers } from './imported-answers.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const serial = (day: string): Cell => ({ date: Date.parse(day) / 86_400_000 + 25_569 })
const answer = (day: string, nps: number, tier: string, comment = '', id = 'C-1'): Cell[] => [
  ...[id, serial(day), nps, nps > 8 ? 5 : 2, tier, comment],
]

/** Before: 20 promoters and 20 detractors. Then: 36 promoters of A and 4 detractors of B. */
const ANSWERS: Cell[][] = [
  ['Customer ID', 'Date', 'NPS', 'Product quality', 'Tier', 'Comment'],
  ...Array.from({ length: 40 }, (_, at) => answer('2026-02-05', at % 2 ? 10 : 0, 'A')),
  ...Array.from({ length: 36 }, () => answer('2026-02-10', 9, 'A')),
  ...Array.from({ length: 3 }, () => answer('2026-02-12', 3, 'B')),
  answer('2026-02-12', 3, 'B', '=HYPERLINK("x") is slow', 'C-9'),
]

let backend: RunningBackend
let sheet: SheetHarness
let surveyId: string
beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
  const Customers: Cell[][] = [
    ['Customer ID', 'Name', 'Tier'],
    ['C-1', 'Northwind', 'A'],
  ]
  sheet = await sheetHarness({ tabs: { Customers, Answers: ANSWERS, Notes: [['My notes']] }, backend })
  await sheet.call('connectWorkspace', 'Team', 'connect')
  surveyId = (await sheet.call<{ surveyId: string }>('createSurvey', 'Spring', 'create')).surveyId
  await importedAnswers(sheet.call, surveyId, 'Answers')
})
afterAll(() => backend.close())

const asked = { metric: 'NPS', question: 'nps', from: '2026-02-08', to: '2026-02-14', by: 'tier' }
const live = { table: 'groups', trend: 'day', unit: 'points', rows: 3, columns: 5 }
const results = (given: object = {}, trend = 'day') =>
  sheet.call<SurveyResults>('surveyResults', surveyId, { ...asked, ...given }, trend)

test('one call tells figure, change with its verdict, groups, line, distribution and response rate', async () => {
  const found = await results()
  expect(found.whole).toMatchObject({ n: 40, figure: 80 })
  expect(found.change).toMatchObject({ before: 0, change: 80, verdict: 'up' })
  expect(found.before).toEqual({ from: '2026-02-01', to: '2026-02-07' })
  expect(found.groups).toMatchObject([
    { value: 'A', n: 36, figure: 100, change: { verdict: 'up' } },
    { value: 'B', n: 4, figure: -100, change: null },
  ])
  expect(found.trend).toMatchObject([
    { value: '2026-02-10', n: 36 },
    { value: '2026-02-12', n: 4 },
  ])
  expect(found.shares?.map(({ n }) => n)).toEqual([0, 0, 0, 4, 0, 0, 0, 0, 0, 36, 0])
  expect(found.responseRate).toEqual({ n: 0, figure: null, low: null, high: null })
  expect(found.asOf).toBe('2026-03-10 08:00')
  expect([found.isBehind, found.settlesAt]).toEqual([false, ''])
})

test('groups by the tier of now say until when they may still move', async () => {
  await sheet.call('syncCustomerPage', 'Customers', 0)
  const found = await results({ by: 'tier_now' })
  expect([found.asOf, found.settlesAt]).toEqual(['2026-03-10 08:00', '2026-03-10 08:01'])
})

test('what cannot be told is null: all days have none before, a cut by period is the line', async () => {
  const all = await results({ from: '', to: '', by: 'month' }, 'month')
  expect([all.change, all.before]).toEqual([null, null])
  expect(all.trend).toMatchObject([{ value: '2026-02', n: 80 }])
  const count = await results({ metric: 'COUNT', question: '', by: '' }, 'week')
  expect(count).toMatchObject({ whole: { n: 40, figure: 40, low: null }, shares: null, groups: null, change: null })
})

test('the results begin with the questions, by what formulas call them', async () => {
  const setup = await sheet.call<ResultsSetup>('surveyResultsSetup', surveyId)
  expect(setup).toMatchObject({ title: 'Spring', kind: 'customers', group: '' })
  expect(setup.questions.map(({ id, type }) => `${id} ${type}`).slice(0, 2)).toEqual(['nps nps', 'productQuality csat'])
})

test('comments come with who wrote them, named where the customer file has them', async () => {
  const page = (search: string) =>
    sheet.call<CommentPage>('surveyComments', surveyId, { from: '', to: '', search, cursor: '' })
  expect(await page('SLOW')).toEqual({
    comments: [
      {
        ...{ text: '=HYPERLINK("x") is slow', question: 'comment', day: '2026-02-12', score: 3 },
        ...{ tier: 'B', customerId: 'C-9', customer: '' },
      },
    ],
    read: 80,
    cursor: '',
    total: null,
  })
  expect((await page('fast')).comments).toEqual([])
})

test('a table is written as values with a line above it, and never over what stands there', async () => {
  const rows = [
    ['=A', 36, 100, 90.4, 100],
    ['B', 4, -100, '', ''],
  ]
  const table = { about: '=Spring: NPS', header: ['Tier', 'n', 'NPS', 'Low', 'High'], rows, unit: 'points' }
  await sheet.select('Notes', 1)
  await expect(sheet.call('writeSurveyResults', table, 'selected')).rejects.toThrow(
    'The table needs 4 rows and 5 columns of empty cells from A1 on. Select another cell.',
  )
  expect(sheet.table('Notes')).toEqual([['My notes']])
  await sheet.select('Notes', 3, 2)
  expect(await sheet.call('writeSurveyResults', table, 'selected')).toBe('Notes!B3')
  expect(sheet.table('Notes').slice(2)).toEqual([
    ['', '=Spring: NPS', '', '', '', ''],
    ['', ...table.header],
    ['', ...(rows[0] as Cell[])],
    ['', ...(rows[1] as Cell[])],
  ])
  await expect(sheet.call('writeSurveyResults', table, 'selected')).rejects.toThrow('from B3 on')
  expect(await sheet.call('writeSurveyResults', table, 'newTab')).toBe('Survey results!A1')
  expect(await sheet.call('writeSurveyResults', table, 'newTab')).toBe('Survey results 2!A1')
  expect(sheet.formats('Survey results', '=Spring: NPS')[2]).toBe('@')
})

test('a live formula names ids and days, and gives just what is shown', async () => {
  await sheet.select('Notes', 20)
  const noted = { ...live, note: 'Spring: NPS, by tier' }
  expect(await sheet.call('putSurveyFormula', surveyId, asked, noted, 'selected')).toBe('Notes!A20')
  const { id } = sheet.book.sheets.find(({ name }) => name === 'Notes')!
  const [[formula]] = (await sheet.book.call('formulas', { sheetId: id, row: 20, column: 1, rows: 1, columns: 1 })) as [
    [string],
  ]
  const cell = { sheetId: id, row: 20, column: 1, rows: 1, columns: 1 }
  expect(await sheet.book.call('notes', cell)).toEqual([['Spring: NPS, by tier']])
  expect(formula).toBe(`=TS_SURVEY("${surveyId}", "NPS", "nps", "tier", , DATE(2026, 2, 8), DATE(2026, 2, 14))`)
  const spilled = await sheet.call<Cell[][]>('TS_SURVEY', surveyId, 'NPS', 'nps', 'tier', '', asked.from, asked.to)
  const { groups } = await results()
  expect(spilled.slice(1)).toEqual(
    groups?.map(({ value, n, figure, low, high }) => [value, n, figure, low ?? '', high ?? '']),
  )
})

test('the KPI sheet keeps its survey when that is renamed', async () => {
  type Setup = { surveys: { id: string; title: string }[]; settings: { survey: string; surveyTitle: string } }
  const { surveys, settings } = await sheet.call<Setup>('kpiSetup')
  expect(surveys).toEqual([{ id: surveyId, title: 'Spring' }])
  expect(settings).toMatchObject({ survey: surveyId, surveyTitle: 'Spring' })
  await sheet.call('buildKpiSheet', settings)
  const { workspaceId } = await sheet.call<{ workspaceId: string }>('currentConnection')
  const token = backend.identityToken({ sub: 'ann@example.com', email: 'ann@example.com', name: 'ann@example.com' })
  const renamed = await fetch(`${backend.url}/v1/workspaces/${workspaceId}/surveys/${surveyId}`, {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${await token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'rename',
    },
    body: JSON.stringify({ title: 'Summer' }),
  })
  expect(renamed.status).toBe(200)
  expect((await sheet.call<Setup>('kpiSetup')).settings).toMatchObject({ survey: surveyId, surveyTitle: 'Summer' })
  await sheet.call('refreshKpiSheet')
  const tiles = sheet.table('KPI sheet')
  expect(tiles.flat()).toContain('NPS')
  expect(tiles[5]?.[0]).toBe('')
})
