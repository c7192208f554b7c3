import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AnswerImportSetup } from '../../addon/survey/answer-import-setup.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { importedAnswers, preparedAnswers } from './imported-answers.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const serial = (day: string): number => Date.parse(day) / 86_400_000 + 25_569
const evening = { date: serial('2026-03-01') + 23.75 / 24 }
const day = (iso: string): Cell => ({ date: serial(iso) })
const TABS: Record<string, Cell[][]> = {
  Customers: [
    ['Customer ID', 'Name', 'E-mail', 'Tier'],
    ['C-1', 'Northwind', 'office@northwind.example', 'A'],
    ['C-2', 'Contoso', 'info@contoso.example', 'B'],
  ],
  'Form Responses 1': [
    ['Timestamp', 'Email Address', 'NPS', 'Product quality', 'Comments', 'Handled'],
    [evening, 'Office@northwind.example', 9, 4, 'Good', false],
    [evening, 'stranger@x.example', 3, '', '=1+1', false],
    [day('2026-03-02'), '', 12, 4, '', false],
    [day('2026-03-03'), '', '', 2, '', true],
    ['', '', '', '', '', false],
  ],
  Visits: [
    ['When', 'Score', 'Region', 'How'],
    ['03/04/2025', 10, 'North', 'Interview'],
    ['03/04/2025', 10, 'North', 'Interview'],
    ['04/05/2025', 0, '', ''],
  ],
}

let backend: RunningBackend
let sheet: SheetHarness
let surveyId: string
beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0, now: () => new Date('2026-03-10T08:00:00Z') })
})
afterAll(() => backend.close())
beforeEach(async () => {
  sheet = await sheetHarness({ tabs: TABS, timeZone: 'America/New_York', backend })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
  await sheet.call('syncCustomerPage', 'Customers', 0)
  surveyId = (await sheet.call<{ surveyId: string }>('createSurvey', 'Care', crypto.randomUUID())).surveyId
})

const visits = (order: 'DAY_FIRST' | 'MONTH_FIRST' = 'DAY_FIRST') =>
  importedAnswers(sheet.call, surveyId, 'Visits', (plan) => ({
    ...{ ...plan, order, channel: 'visit' },
    at: { date: 0, 'question:nps': 1, segment: 2, channel: 3 },
  }))
const setup = () => sheet.call<AnswerImportSetup>('answerImportSetup', surveyId)
const keptOf = async (name: string) => (await setup()).tabs.find((tab) => tab.name === name)?.kept

test('a Google Form is read by its headers, in the zone of the spreadsheet, customers by e-mail', async () => {
  const { plan, prepared, send } = await preparedAnswers(sheet.call, surveyId, 'Form Responses 1')
  expect(plan).toEqual({
    at: { date: 0, customer: 1, 'question:nps': 2, 'question:productQuality': 3, 'question:comment': 4 },
    by: 'email',
    channel: 'import',
  })
  expect(prepared.toSend.map(({ row, answer }) => [row, answer])).toEqual([
    [
      2,
      {
        ...{ date: '2026-03-01', customerId: 'C-1', channel: 'import' },
        answers: { nps: 9, productQuality: 4, comment: 'Good' },
      },
    ],
    [3, { date: '2026-03-01', channel: 'import', answers: { nps: 3, comment: '=1+1' } }],
  ])
  expect(prepared.rejected.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
    [4, ['answer']],
    [5, ['answer']],
  ])
  expect(await send()).toMatchObject({ taken: 2, refused: [] })
})

test('sorting, inserting, moving and renaming count nothing twice; a box that is ticked neither', async () => {
  expect(await importedAnswers(sheet.call, surveyId, 'Form Responses 1')).toEqual({
    ...{ taken: 2, known: 0, rejected: [4, 5] },
  })
  sheet.sort('Form Responses 1', 'NPS')
  sheet.insertColumn('Form Responses 1', 1)
  sheet.moveColumn('Form Responses 1', 'Comments', 1)
  sheet.type('Form Responses 1', 2, 7, true)
  sheet.renameTab('Form Responses 1', 'Answers')
  expect(await importedAnswers(sheet.call, surveyId, 'Answers')).toMatchObject({ taken: 0, known: 2 })
})

test('columns, day order and channel are remembered with the tab', async () => {
  expect(await visits()).toEqual({ taken: 3, known: 0, rejected: [] })
  const { plan } = await preparedAnswers(sheet.call, surveyId, 'Visits')
  expect(plan).toMatchObject({ order: 'DAY_FIRST', channel: 'visit', at: { segment: 2, channel: 3 } })
  expect(await importedAnswers(sheet.call, surveyId, 'Visits')).toEqual({ taken: 0, known: 3, rejected: [] })
})

test('the duplicate of a tab remembers nothing', async () => {
  await visits()
  sheet.duplicateTab('Visits')
  const { tabs } = await setup()
  expect(tabs.map(({ kept }) => kept !== null)).toEqual([false, true, false])
})

test('other columns, or another day order, count nothing twice; what is new is taken', async () => {
  await visits()
  sheet.append('Visits', ['05/06/2025', 5, 'South', ''])
  const { prepared } = await preparedAnswers(sheet.call, surveyId, 'Visits', (plan) => ({
    ...{ ...plan, order: 'MONTH_FIRST' },
    at: { date: 0, 'question:nps': 1 },
  }))
  expect(prepared).toMatchObject({ known: 3, earlier: 3, toSend: [{ row: 5, answer: { date: '2025-05-06' } }] })
  expect(await visits('MONTH_FIRST')).toEqual({ taken: 1, known: 3, rejected: [] })
  expect(await visits('MONTH_FIRST')).toEqual({ taken: 0, known: 4, rejected: [] })
})

test('a day order that the column settled is remembered, whatever is added', async () => {
  sheet.type('Visits', 4, 1, '25/05/2025')
  const plan = { by: 'customerId' as const, channel: 'visit', at: { date: 0, 'question:nps': 1 } }
  expect(await importedAnswers(sheet.call, surveyId, 'Visits', () => plan)).toMatchObject({ taken: 3 })
  for (const date of ['05/25/2025', '05/26/2025']) sheet.append('Visits', [date, 5, '', ''])
  expect(await importedAnswers(sheet.call, surveyId, 'Visits')).toMatchObject({ taken: 2, known: 3 })
})

test('an answer that was deleted is not brought back, but read anew by other columns', async () => {
  await visits()
  const path = `/v1/workspaces/${(await sheet.call<{ workspaceId: string }>('currentConnection')).workspaceId}`
  const token = await backend.identityToken({ sub: 'ann@example.com', email: 'ann@example.com', name: 'Ann' })
  const all = `${backend.url}${path}/surveys/${surveyId}/answers`
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Connection: 'close' }
  const { answers } = (await (await fetch(`${all}?to=2025-04-03`, { headers })).json()) as {
    answers: { answerId: string }[]
  }
  const deleting = { method: 'DELETE', headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() } }
  expect((await fetch(`${all}/${answers[0]?.answerId}`, deleting)).status).toBe(200)
  expect(await visits()).toEqual({ taken: 0, known: 3, rejected: [] })
  const { prepared } = await preparedAnswers(sheet.call, surveyId, 'Visits', (plan) => ({
    ...{ ...plan, at: { date: 0, 'question:nps': 1 } },
  }))
  expect(prepared).toMatchObject({ known: 2, earlier: 1, toSend: [{ answer: { date: '2025-04-03' } }] })
})

test('answers without a customer are cut by the segment of their rows, interviews apart', async () => {
  await visits()
  const path = `/v1/workspaces/${(await sheet.call<{ workspaceId: string }>('currentConnection')).workspaceId}`
  const token = await backend.identityToken({ sub: 'ann@example.com', email: 'ann@example.com', name: 'Ann' })
  const counts = async (by: string) => {
    const query = `metric=COUNT&by=${by}`
    const reply = await fetch(`${backend.url}${path}/surveys/${surveyId}/figures?${query}`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    const { rows } = (await reply.json()) as { rows: { value: string; n: number }[] }
    return rows.map(({ value, n }) => [value, n])
  }
  expect(await counts('segment')).toEqual([['', 1]])
  expect(await counts('channel')).toEqual([
    ['interview', 2],
    ['visit', 1],
  ])
})

test('an import that is killed remembers how far it was, and sends the rest alone', async () => {
  const many = Array.from({ length: 1100 }, (_, at): Cell[] => [`2026-02-0${1 + (at % 3)}`, at % 11])
  sheet = await sheetHarness({ tabs: { Many: [['Date', 'NPS'], ...many] }, backend })
  await sheet.call('connectWorkspace', 'Team', crypto.randomUUID())
  surveyId = (await sheet.call<{ surveyId: string }>('createSurvey', 'Many', crypto.randomUUID())).surveyId
  const first = await preparedAnswers(sheet.call, surveyId, 'Many')
  sheet.killAfter(2)
  await expect(first.send()).rejects.toThrow('killed')
  sheet.revive()
  expect((await keptOf('Many'))?.open).toMatchObject({ done: 500, of: 1100 })
  sheet.sort('Many', 'NPS', { descending: true })
  const { prepared, send } = await preparedAnswers(sheet.call, surveyId, 'Many')
  expect([prepared.known, prepared.toSend.length]).toEqual([1000, 100])
  expect((await send()).taken).toBe(100)
  expect((await keptOf('Many'))?.open).toBe(null)
})

test('rejected rows stand in a tab with their numbers and reasons, and no text of theirs runs', async () => {
  const rows = [
    ['4', 'Bad', '=IMPORTXML("http://x","//a")', '+1'],
    ['5', 'Worse', '', '@x'],
  ]
  expect(await sheet.call('writeRejectedAnswers', ['A', 'B'], rows)).toBe('Rejected answers')
  expect(sheet.table('Rejected answers')).toEqual([['Row', 'Why', 'A', 'B'], ...rows])
  await sheet.call('writeRejectedAnswers', ['A'], [['7', 'Bad', 'x']])
  expect(sheet.table('Rejected answers')).toEqual([
    ['Row', 'Why', 'A'],
    ['7', 'Bad', 'x'],
  ])
})
