import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KpiHistory } from '../../addon/kpi/history/read-history.ts'
import type { KpiProof, ProvableKpi } from '../../addon/kpi/prove/prove-kpi.ts'
import { isoDay } from '../../core/calendar/iso-day.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const TODAY = Math.floor(Date.now() / 86_400_000)
const cell = (day: number): Cell => ({ date: day + 25_569 })
const Customers: Cell[][] = [
  ['Customer ID', 'Name', 'Tier', 'Owner'],
  ['C1', 'Northwind', 'A', 'Ann'],
  ['C2', 'Kestrel', 'B', 'Bob'],
]
const Orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ['O1', 'C1', cell(TODAY - 400), 100.1],
  ['O2', 'C1', cell(TODAY - 40), 0.2],
  ['O3', 'C2', cell(TODAY - 3), 50],
]
const HEADER = [
  'Day',
  'KPI',
  'Called',
  'Broken down by',
  'Group',
  'Period',
  'Unit',
  'Value',
  'n',
  'Low',
  'High',
  'As of',
]
const past = (days: number, kpi: string, value: number, by = '', group = ''): Cell[] => {
  return [cell(TODAY - days), kpi, kpi, by, group, 'YEAR_TO_DAY', 'money', value, 2, '', '', cell(TODAY - days)]
}
const plan = {
  ...{ customers: 'Customers', orders: 'Orders', survey: '', surveyTitle: '', period: 'YEAR_TO_DAY' },
  ...{ tiles: ['revenue', 'customers', 'retention'], tables: ['tier'], language: 'en', trend: '', mode: 'values' },
}
const NAME = 'KPI history'

async function withPast(rows: Cell[][] = []) {
  const sheet = await sheetHarness({ tabs: { Customers, Orders, [NAME]: [HEADER, ...rows] } })
  await sheet.call('buildKpiSheet', plan)
  return sheet
}
/** Rows without their cells of time, as texts. */
const told = (sheet: SheetHarness, kpi: string) =>
  sheet
    .table(NAME)
    .slice(1)
    .filter((row) => row[1] === kpi)
    .map((row) => [row[3], row[4], row[7], row[8]])

test('a refresh keeps a row for each KPI, cut and group of the day, in one read and one write', async () => {
  const sheet = await withPast([past(1, 'revenue', 7)])
  expect(told(sheet, 'revenue')).toEqual([
    ['', '', 7, 2],
    ['', '', 50.2, 2],
    ['tier', 'A', 0.2, 1],
    ['tier', 'B', 50, 1],
  ])
  sheet.operations()
  await sheet.call('refreshKpiSheet')
  expect(sheet.wholeReads()[NAME]).toBe(1)
  const writes = sheet.book.calls.filter(({ method, params }) => {
    const { sheetId } = params as { sheetId?: string }
    return method === 'setValues' && sheet.book.sheets.find(({ id }) => id === sheetId)?.name === NAME
  })
  expect(writes).toHaveLength(1)
  expect(sheet.table(NAME)).toHaveLength(1 + 1 + 9)
})

test('the last refresh of a day replaces its rows, and no other day is touched', async () => {
  const before = [past(2, 'revenue', 5), past(1, 'revenue', 7), past(1, 'revenue', 1, 'tier', 'A')]
  const sheet = await withPast(before)
  const kept = sheet.table(NAME).slice(1, 4)
  sheet.type('Orders', 4, 4, 60)
  sheet.type('Customers', 3, 3, 'C')
  await sheet.call('refreshKpiSheet')
  expect(sheet.table(NAME).slice(1, 4)).toEqual(kept)
  // B is no group any more: C takes its rows, and none is left blank
  expect(sheet.table(NAME).map((row) => row[1] !== '')).toEqual(new Array(1 + 3 + 9).fill(true))
  expect(told(sheet, 'revenue').slice(3)).toEqual([
    ['', '', 60.2, 2],
    ['tier', 'A', 0.2, 1],
    ['tier', 'C', 60, 1],
  ])
})

test('a refresh reads the rows of the last sixty days alone, and draws their line', async () => {
  const long = Array.from({ length: 100 }, (_, at) => past(100 - at, 'revenue', at))
  const sheet = await withPast(long)
  sheet.operations()
  sheet.book.calls.splice(0)
  await sheet.call('buildKpiSheet', { ...plan, trend: 'revenue' })
  const { id } = sheet.book.sheets.find(({ name }) => name === NAME)!
  const reads = sheet.book.calls.flatMap(({ method, params }) => {
    const { sheetId, rows, columns } = params as { sheetId: string; rows: number; columns: number }
    return method === 'values' && sheetId === id && rows > 1 && columns > 2 ? [rows] : []
  })
  expect(reads).toEqual([59 + 9])
  expect(sheet.table(NAME)).toHaveLength(1 + 100 + 9)
  expect(sheet.table('KPI sheet').flat()).toContain('History: Revenue')
})

test('a row of today that somebody wrote a note beside is given to no other group', async () => {
  const sheet = await withPast()
  sheet.insertColumn(NAME, 1)
  sheet.type(NAME, 1, 1, 'Our note')
  const at = sheet.table(NAME).findIndex((row) => row[2] === 'revenue' && row[5] === 'B')
  sheet.type(NAME, at + 1, 1, 'Ask Bob')
  sheet.type('Customers', 3, 3, 'C')
  await sheet.call('refreshKpiSheet')
  expect(sheet.table(NAME)[at]?.filter((cell) => cell !== '')).toEqual(['Ask Bob'])
  expect(sheet.table(NAME).filter((row) => row[2] === 'revenue' && row[5] === 'C')).toHaveLength(1)
})

test('a group that is gone leaves no row of today; what could not be counted keeps its own', async () => {
  const sheet = await withPast()
  sheet.type('Customers', 3, 3, 'A')
  sheet.append(NAME, [cell(TODAY), 'nps', 'NPS', '', '', 'YEAR_TO_DAY', 'points', 12, 30, 1, 20, cell(TODAY)])
  await sheet.call('refreshKpiSheet')
  expect(told(sheet, 'revenue').filter(([by]) => by === 'tier')).toEqual([['tier', 'A', 50.2, 2]])
  expect(told(sheet, 'nps')).toEqual([['', '', 12, 30]])
})

test('it survives sorting, columns that a team adds, renamed headers and a renamed tab', async () => {
  const sheet = await withPast([past(1, 'revenue', 7)])
  sheet.insertColumn(NAME, 3)
  sheet.type(NAME, 1, 3, 'Our note')
  sheet.renameHeader(NAME, 'Value', 'What it was')
  sheet.sort(NAME, 'Called')
  const rows = sheet.table(NAME)
  for (const [at] of rows.entries()) if (at > 0) sheet.type(NAME, at + 1, 3, `note ${at}`)
  sheet.renameTab(NAME, 'Archive')
  sheet.type('Orders', 4, 4, 60)
  await sheet.call('refreshKpiSheet')
  expect(sheet.tabNames()).not.toContain(NAME)
  const after = sheet.table('Archive')
  expect(after).toHaveLength(rows.length)
  expect(after.map((row) => row[2])).toEqual(['Our note', ...rows.slice(1).map((_, at) => `note ${at + 1}`)])
  const { series } = await sheet.call<KpiHistory>('kpiHistory', '')
  const revenue = series.find(({ kpi }) => kpi === 'revenue')!
  expect(revenue.points.map(({ day, value }) => [day - TODAY, value])).toEqual([
    [-1, 7],
    [0, 60.2],
  ])
})

test('history is read as series of the whole, and of the groups of a cut', async () => {
  const sheet = await withPast([past(1, 'revenue', 7), past(1, 'own:s1', 3), past(1, 'revenue', 1, 'tier', 'A')])
  const whole = await sheet.call<KpiHistory>('kpiHistory', '')
  expect(whole.cuts).toEqual(['tier'])
  expect(whole.series.map(({ kpi, label, unit }) => [kpi, label, unit])).toEqual([
    ['revenue', 'Revenue', 'money'],
    ['own:s1', 'own:s1', 'money'],
    ['customers', 'Customers', 'count'],
    ['retention', 'Retention rate', 'share'],
  ])
  const { series } = await sheet.call<KpiHistory>('kpiHistory', 'tier')
  expect(series.filter(({ kpi }) => kpi === 'revenue').map(({ group, points }) => [group, points.length])).toEqual([
    ['A', 2],
    ['B', 1],
  ])
})

describe('a tile is proven', () => {
  const prove = (sheet: SheetHarness, kpi: string) => sheet.call<KpiProof>('proveKpi', kpi)

  test('without orders over the days up to its counting, with the standard that there was then', async () => {
    const sheet = await sheetHarness({ tabs: { Customers, Orders: Orders.slice(0, 1) } })
    await sheet.call('buildKpiSheet', plan)
    const proof = await sheet.call<KpiProof>('proveKpi', 'revenue')
    expect(proof).toMatchObject({ verdict: 'same', to: isoDay(TODAY), shown: { value: 0 } })
    expect(proof.standard).toBeUndefined()
  })

  test('with what it rests on, and the same where nothing has changed', async () => {
    const sheet = await withPast()
    expect(await sheet.call<ProvableKpi[]>('provableKpis')).toEqual([
      { kpi: 'revenue', label: 'Revenue' },
      { kpi: 'customers', label: 'Customers' },
      { kpi: 'retention', label: 'Retention rate' },
    ])
    expect(await prove(sheet, 'revenue')).toMatchObject({
      shown: { value: 50.2, n: 2 },
      ...{ from: isoDay(TODAY - 367), to: isoDay(TODAY - 3), verdict: 'same' },
      tabs: [{ tab: 'Orders', columns: ['Customer ID', 'Order date', 'Amount'], rows: 3 }],
      recount: { value: 50.2, n: 2, again: false },
    })
    // C1 ordered in the 365 days before and again
    expect(await prove(sheet, 'retention')).toMatchObject({ recount: { value: 1, n: 1 }, verdict: 'same' })
    expect(await prove(sheet, 'customers')).toMatchObject({
      recount: { value: 2 },
      tabs: [{ tab: 'Customers', rows: 2 }],
    })
  })

  test('a row that was changed since is told; orders of later days change nothing of what was counted', async () => {
    const sheet = await withPast()
    sheet.append('Orders', ['O4', 'C1', cell(TODAY - 1), 1000])
    expect((await prove(sheet, 'revenue')).verdict).toBe('same')
    sheet.type('Orders', 4, 4, 49)
    expect(await prove(sheet, 'revenue')).toMatchObject({
      ...{ shown: { value: 50.2 }, recount: { value: 49.2 }, verdict: 'changed' },
    })
  })
})

describe('with a backend', () => {
  let backend: RunningBackend
  beforeAll(async () => {
    backend = await startBackend({ dir: ':memory:', port: 0 })
  })
  afterAll(() => backend.close())

  test('survey and complaint tiles come in one request, and are proven from single answers and complaints', async () => {
    const sheet = await sheetHarness({ tabs: { Customers, Orders }, backend })
    const { workspaceId } = await sheet.call<{ workspaceId: string }>('connectWorkspace', 'Team', 'connect')
    const person = { sub: 'ann@example.com', email: 'ann@example.com', name: 'Ann' }
    const token = await backend.identityToken(person)
    const post = async (path: string, body: object) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
      const reply = await fetch(`${backend.url}/v1/workspaces/${workspaceId}${path}`, {
        ...{ method: 'POST', body: JSON.stringify(body) },
        headers: { ...headers, 'Idempotency-Key': `op-${path}-${JSON.stringify(body).length}`.replace(/\W/g, '-') },
      })
      expect([path, reply.status < 300]).toEqual([path, true])
      return (await reply.json()) as { surveyId: string }
    }
    const questions = [
      { id: 'nps', type: 'nps', title: 'Recommend?' },
      { id: 'q', type: 'csat', title: 'Was it good?', dimension: 'Product quality' },
    ]
    const { surveyId: survey } = await post('/surveys', { title: 'Spring', questions })
    const rows = [10, 9, 3, 8].map((nps, at) => {
      return { id: String(at), date: isoDay(TODAY - at), answers: { nps, q: at + 2 } }
    })
    await post(`/surveys/${survey}/answers/import`, { rows })
    await post('/complaints', { channel: 'phone', description: 'Late', kind: 'complaint' })
    const tiles = ['revenue', 'nps', 'csat', 'response_rate', 'complaints_new', 'complaints_open', 'complaints_on_time']
    const asked = { ...plan, tiles, survey, surveyTitle: 'Spring', tables: ['month', 'dimension'] }
    const built = await sheet.call<{ problems: string[] }>('buildKpiSheet', asked)
    expect(built.problems).toEqual([])
    // nps: 2 promoters and 1 detractor of 4; csat: 4 and 5 of 2, 3, 4, 5
    const expected: [string, number | undefined, number][] = [
      ['nps', 25, 4],
      ['csat', 0.5, 4],
      ['complaints_new', 1, 1],
      ['complaints_open', 1, 1],
      ['complaints_on_time', undefined, 0],
      ['response_rate', undefined, 0],
    ]
    for (const [kpi, value, n] of expected) {
      const proof = await sheet.call<KpiProof>('proveKpi', kpi).catch((error: Error) => error.message)
      if (value === undefined) continue
      expect(proof).toMatchObject({ shown: { kpi, value, n }, recount: { value, n }, verdict: 'same' })
    }
    const dimension = (await sheet.call<KpiHistory>('kpiHistory', 'dimension')).series
    expect(dimension.map(({ kpi, group, points }) => [kpi, group, points[0]?.value])).toEqual([
      ['csat', 'Product quality', 0.5],
    ])
    await post(`/surveys/${survey}/answers/import`, {
      rows: [{ id: '9', date: isoDay(TODAY), answers: { nps: 0, q: 1 } }],
    })
    expect(await sheet.call<KpiProof>('proveKpi', 'nps')).toMatchObject({
      ...{ recount: { value: 0, n: 5 }, verdict: 'changed', survey: 'Spring', question: 'Recommend?' },
    })
  })
})
