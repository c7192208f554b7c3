import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SheetTable } from '../../local/sheet-table.ts'
import { importedAnswers } from '../addon/imported-answers.ts'
import { runningWorkbench } from './running-workbench.ts'

const customers: SheetTable = {
  name: 'Customers',
  header: ['Customer ID', 'Name', 'Revenue', 'Tier'],
  columns: ['text', 'text', 'number', 'text'],
  rows: [
    ['c1', '=HYPERLINK("x")', 10, 'A'],
    ['c2', 'Two', 20, 'B'],
    ['c3', 'Three', 30, 'B'],
  ],
}
const twice: SheetTable = { ...customers, name: 'Twice', rows: [...customers.rows, ['c1', 'Again', 40, 'C']] }
const answers: SheetTable = {
  name: 'Answers',
  header: ['Customer ID', 'Date', 'NPS', 'Product quality', 'Comment'],
  columns: ['text', 'text', 'number', 'number', 'text'],
  rows: [
    ['c1', '2026-03-01', 9, 5, 'good'],
    ['c2', '2026-03-01', 11, 4, ''],
    ['c3', '31/11/2025', 3, 2, ''],
    ['c3', '2026-03-02', '', 2, ''],
    ['c9', '2026-03-02', 2, 1, '=1+1'],
  ],
}
const orders: SheetTable = {
  name: 'Orders',
  header: ['Customer ID', 'Order date', 'Amount'],
  columns: ['text', 'text', 'number'],
  rows: [
    ['c1', '2026-01-05', 10],
    ['C1', '2026-01-06', 10],
    ['c2', '2063-01-07', 10],
    ['c3', '2026-01-08', 10],
  ],
}
const standard = {
  name: 'Revenue',
  version: 0,
  indicators: [{ key: 'column:Revenue', label: 'Revenue', direction: 1, weight: 1 }],
  method: 'MINMAX',
  cut: 'SCORE',
  tiers: [
    { label: 'C', from: 0 },
    { label: 'B', from: 40 },
    { label: 'A', from: 70 },
  ],
  product: '',
  limits: { probability: null, collectDays: null },
  note: '',
}

let road: Awaited<ReturnType<typeof runningWorkbench>>
let surveyId: string
beforeAll(async () => {
  const empty: SheetTable = { name: 'Empty', header: [], columns: [], rows: [] }
  const sheets = [customers, twice, answers, orders, empty]
  road = await runningWorkbench(() => ({ name: 'Bad input', locale: 'en_US', timeZone: 'Asia/Shanghai', sheets }))
  await road.call('connectWorkspace', 'Team', crypto.randomUUID())
  surveyId = (await road.call<{ surveyId: string }>('createSurvey', 'Care', crypto.randomUUID())).surveyId
})
afterAll(() => road.close())

describe('one clear sentence for bad input', () => {
  const id = () => crypto.randomUUID()
  const complaint = { customerId: 'c1', kind: 'complaint', channel: 'hotline', category: '', severity: 'normal' }
  test.each<[step: string, name: string, args: () => unknown[], sentence: string]>([
    [
      'no indicator',
      'previewTiers',
      () => [{ ...standard, indicators: [] }],
      'No indicator is chosen. Tick at least one and give it a weight above 0.',
    ],
    [
      'tiers that do not rise',
      'previewTiers',
      () => [{ ...standard, tiers: [...standard.tiers.slice(0, 2), { label: 'A', from: 40 }] }],
      'The least score of tier A is not above that of the tier below it. Raise it.',
    ],
    [
      'a tier without name',
      'applyTiers',
      () => [
        {
          ...standard,
          tiers: [
            { label: ' ', from: 0 },
            { label: 'A', from: 1 },
          ],
        },
      ],
      'A tier has no name. Name it or remove it.',
    ],
    [
      'a column that is gone',
      'previewTiers',
      () => [{ ...standard, indicators: [{ ...standard.indicators[0], key: 'column:Visits', label: 'Visits' }] }],
      'The tabs hold nothing any more for the indicator "Visits". Take it out of the standard, or bring its column back.',
    ],
    [
      'a sync without ids',
      'syncCustomerPage',
      () => ['Empty', 0],
      'Empty has no column "Customer ID". Rename a column to that, or choose another one.',
    ],
    ['a survey without title', 'createSurvey', () => ['  ', id()], 'Title of the survey is blank. Fill it in.'],
    [
      'a complaint without words',
      'logComplaint',
      () => [{ ...complaint, description: ' ', wantedOutcome: '' }, id()],
      'What happened is blank. Fill it in.',
    ],
    ['a KPI sheet that is not there', 'refreshKpiSheet', () => [], 'There is no KPI sheet yet. Build it first.'],
    ['a workspace without name', 'connectWorkspace', () => ['', id()], 'Name of your team is blank. Fill it in.'],
  ])('%s', async (_, name, args, sentence) => {
    await expect(road.call(name, ...args())).rejects.toMatchObject({ message: sentence })
  })

  test('a row that repeats a customer is rejected by the sync, the others are sent', async () => {
    const page = await road.call<{ added: number; rejected: unknown[] }>('syncCustomerPage', 'Twice', 0)
    expect(page).toMatchObject({
      added: 3,
      rejected: [{ row: 5, reason: 'Row 2 has the same customer id. Keep one of them.' }],
    })
  })

  test('rows of answers that cannot count are named with their reason, the others count', async () => {
    const { taken, rejected } = await importedAnswers(road.call, surveyId, 'Answers')
    expect([taken, rejected]).toEqual([2, [3, 4, 5]])
  })

  test.each([
    ['=TS_SURVEY("Nobody", "NPS")', 'TS_SURVEY: There is no survey "Nobody". Check its title.'],
    ['=TS_SURVEY("Care", "XYZ")', /^TS_SURVEY: "metric" must be one of NPS, CSAT/],
    ['=TS_SURVEY()', 'TS_SURVEY: survey is missing. Give a range or a value.'],
    ['=TS_COMPLAINTS("LATE")', /^TS_COMPLAINTS: .*OPEN, NEW/],
    [
      '=TS_TIER(Customers!C2:C4, {60, 40})',
      'TS_TIER: thresholds has 40 after 60. Order them from lowest to highest, each once.',
    ],
    [
      '=TS_RFM(Customers!A2:A4, Customers!B2:B4, Customers!C2:C4)',
      'TS_RFM: "=HYPERLINK("x")" in row 1 of dates is not a date. Use dates or 2024-12-31.',
    ],
  ])('%s shows its sentence in the cell', async (formula, sentence) => {
    const [[cell]] = (await road.type('Empty', 1, 1, formula)) as [[{ error: string; note: string }]]
    expect(cell.error).toBe('#ERROR!')
    if (typeof sentence === 'string') expect(cell.note).toBe(sentence)
    else expect(cell.note).toMatch(sentence)
  })

  test('the results of a survey are put where there is room, and never over what stands there', async () => {
    const asked = { metric: 'NPS', question: 'nps', from: '', to: '', by: 'tier' }
    const live = { table: 'groups', trend: 'month', unit: 'points', rows: 3, columns: 5 }
    const put = () => road.call('putSurveyFormula', surveyId, asked, live, 'selected')
    await road.select('Customers', 2)
    await expect(put()).rejects.toMatchObject({
      message: 'The table needs 3 rows and 5 columns of empty cells from A2 on. Select another cell.',
    })
    expect((await road.table('Customers'))[1]?.[0]).toBe('c1')
    await road.select('Empty', 20)
    expect(await put()).toBe('Empty!A20')
  })

  test('likely slips in the orders are named before anything is written', async () => {
    const recency = { key: 'orders:recency', label: 'Recency', direction: -1, weight: 1 }
    expect(await road.call('previewTiers', { ...standard, indicators: [recency] })).toMatchObject({
      asOf: '2026-01-09',
      slips: {
        ahead: [{ tab: 'Orders', count: 1, row: 4, customer: 'c2', day: '2063-01-07' }],
        lookAlikes: [{ id: 'c1', other: 'C1' }],
      },
    })
  })

  test('a step that the state does not allow, and a step from an old version, change nothing', async () => {
    const logged = await road.call<{ id: string; version: number }>(
      'logComplaint',
      { ...complaint, description: 'Late', wantedOutcome: '' },
      id(),
    )
    const act = (action: string, expectedVersion: number) =>
      road.call('actOnComplaint', logged.id, { action, expectedVersion, text: '' }, id())
    await expect(act('close', 1)).rejects.toThrow(
      '"Close" is not possible while it is "Received". Possible now: Acknowledge',
    )
    await act('acknowledge', 1)
    expect(await act('start', 1)).toMatchObject({ stale: [{ version: 2, action: 'acknowledge' }] })
    expect(await road.call('complaint', logged.id)).toMatchObject({ state: 'acknowledged', version: 2 })
  })

  test('a text that looks like a formula stays a text wherever it is written', async () => {
    const tiers = [
      { label: '=1+1', from: 0 },
      { label: '+2', from: 50 },
    ]
    const ranked = { ...standard, tiers }
    await expect(road.call('applyTiers', ranked)).rejects.toThrow('The column "Tier" holds something else in 3 cells.')
    await road.call('applyTiers', ranked, true)
    expect((await road.table('Customers')).slice(1).map((row) => row[3])).toEqual(['=1+1', '+2', '+2'])
    expect((await road.table('Customers'))[1]?.[1]).toBe('=HYPERLINK("x")')
  })
})
