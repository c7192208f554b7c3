import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample } from '../../local/sample/sample.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { importedAnswers } from '../addon/imported-answers.ts'
import { allPages, type Page, total } from './pages.ts'
import { npsByTier } from './recount.ts'
import { runningWorkbench } from './running-workbench.ts'

type Running = Awaited<ReturnType<typeof runningWorkbench>>

let road: Running
beforeAll(async () => {
  road = await runningWorkbench(() => ({ ...sample(), locale: 'en_US', timeZone: 'Europe/London' }))
})
afterAll(() => road.close())

const sync = () => allPages((row) => road.call<Page>('syncCustomerPage', 'Customers', row))

describe('the road on the sample, without a browser', () => {
  test('one RFM formula over whole columns scores every customer', async () => {
    const rfm = await road.table('RFM')
    expect(rfm[0]).toEqual([
      'customer',
      'last_order',
      'recency',
      'frequency',
      'monetary',
      'R',
      'F',
      'M',
      'RFM',
      'segment',
    ])
    expect(rfm.length - 1).toBe(new Set((await road.table('Orders')).slice(1).map((row) => row[1])).size)
  })

  test('before there is a workspace, scoring works and a survey says what to do', async () => {
    await expect(road.call('listSurveys')).rejects.toThrow(
      'This spreadsheet has no workspace yet; a copy is connected anew. Open Extensions > Tiersheet > Workspace and sync.',
    )
    const { standard } = await road.call<{ standard: object }>('scoreSetup')
    expect(await road.call('previewTiers', standard)).toMatchObject({ first: 600, up: 0, down: 0, unscored: 0 })
  })

  test('Score and Tier are written under their headers, and found there again after a sort', async () => {
    const { standard } = await road.call<{ standard: object }>('scoreSetup')
    const applied = { sheet: 'Customers', version: 1, customers: 600, up: 0, down: 0, first: 600 }
    expect(await road.call('applyTiers', standard)).toMatchObject({ ...applied, next: null })
    const before = await road.table('Customers')
    expect(before[0]?.slice(-2)).toEqual(['Score', 'Tier'])
    await road.sort('Customers', 'Name')
    expect(await road.call('previewTiers', standard)).toMatchObject({ up: 0, down: 0, first: 0 })
    await road.call('applyTiers', standard)
    const after = await road.table('Customers')
    const tierById = (table: typeof before) => new Map(table.slice(1).map((row) => [row[0], row.at(-1)]))
    expect(after.map((row) => row[0])).not.toEqual(before.map((row) => row[0]))
    expect(tierById(after)).toEqual(tierById(before))
  })

  test('customers are mirrored in pages, and running it again changes nothing', async () => {
    await road.call('connectWorkspace', 'Key accounts', crypto.randomUUID())
    const first = await sync()
    expect(first.map(({ done }) => done)).toEqual([500, 600])
    expect(total(first, 'added')).toBe(600)
    const second = await sync()
    expect([total(second, 'added'), total(second, 'changed'), total(second, 'unchanged')]).toEqual([0, 0, 600])
  })

  test('imported answers are counted once, also after a sort, and the table by tier equals a recount', async () => {
    const { surveyId } = await road.call<{ surveyId: string }>('createSurvey', 'After service', crypto.randomUUID())
    const importAll = () => importedAnswers(road.call, surveyId, 'Survey answers')
    expect(await importAll()).toEqual({ taken: 1200, known: 0, rejected: [] })
    await road.sort('Survey answers', 'NPS')
    expect(await importAll()).toEqual({ taken: 0, known: 1200, rejected: [] })
    const shown = await road.type('Start', 40, 1, '=TS_SURVEY("After service", "NPS", , "tier")', 4, 5)
    expect(shown[0]).toEqual(['Value', 'n', 'Figure', 'Low', 'High'])
    const recounted = npsByTier(await road.table('Survey answers'), await road.table('Customers'))
    expect(shown.slice(1).map(([tier, n, nps]) => [tier, n, nps])).toEqual(
      recounted.map(([tier, n, nps]) => [tier, n, expect.closeTo(nps, 9)]),
    )
  })

  test('a survey is opened and its public link answers', async () => {
    const [survey] = await road.call<{ surveyId: string }[]>('listSurveys')
    const link = await road.call<string>('openSurvey', survey?.surveyId, crypto.randomUUID())
    const page = await fetch(link, { headers: { 'Accept-Language': 'zh-CN' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('产品')
  })

  test('a complaint of the selected customer moves to closed, its deadline shown, its history kept', async () => {
    await road.select('Customers', 5)
    const customer = await road.call<{ id: string; tier: string }>('selectedCustomer')
    const intake = { customerId: customer.id, kind: 'complaint', channel: 'hotline', category: 'Delivery' }
    const said = { severity: 'high', description: 'The pallet arrived wet.', wantedOutcome: '' }
    let complaint = await road.call<{
      id: string
      version: number
      dueAt: string
      number: string
      customer: { tier: string }
    }>('logComplaint', { ...intake, ...said }, crypto.randomUUID())
    expect(complaint.number).toMatch(/^C-\d{4}-000001$/)
    expect(complaint.customer.tier).toBe(customer.tier)
    expect(complaint.dueAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/)
    expect(await road.type('Start', 50, 1, '=TS_COMPLAINTS("OPEN")')).toEqual([[1]])
    for (const action of ['acknowledge', 'start', 'resolve', 'close']) {
      const act = { action, expectedVersion: complaint.version, text: `${action}!` }
      complaint = await road.call('actOnComplaint', complaint.id, act, crypto.randomUUID())
    }
    const { state, history } = await road.call<{ state: string; history: { action: string }[] }>(
      'complaint',
      complaint.id,
    )
    expect(state).toBe('closed')
    expect(history.map(({ action }) => action)).toEqual([
      'receive',
      'acknowledge',
      'start',
      'resolve',
      'ask_feedback',
      'close',
    ])
    expect(await road.call('listedComplaints', 'status=open')).toMatchObject({ complaints: [] })
    expect(await road.type('Start', 51, 1, '=TS_COMPLAINTS("OPEN", , , , , "again")')).toEqual([[0]])
  })

  test('the KPI sheet shows values, charts and a stamp, and a refresh brings it up to date', async () => {
    const { settings } = await road.call<{ settings: object }>('kpiSetup')
    await road.call('buildKpiSheet', settings)
    const built = await road.table('KPI sheet')
    expect(built[4]?.slice(0, 2)).toEqual(['Orders up to', '2026-06-30'])
    expect(tile(built, 'Customers')).toBe(600)
    const charts = await road.charts('KPI sheet')
    expect(charts).toEqual(expect.arrayContaining(['Customers by tier', 'Revenue by month']))
    await road.append('Orders', ['O-NEW', 'C0001', { date: 46203 }, 1_000_000])
    await road.call('refreshKpiSheet')
    const refreshed = await road.table('KPI sheet')
    expect(Number(tile(refreshed, 'Revenue')) - Number(tile(built, 'Revenue'))).toBeCloseTo(1_000_000, 2)
    expect(await road.charts('KPI sheet')).toEqual(charts)
  })

  test('nothing went wrong on the way', () => {
    expect(road.errors).toEqual([])
  })
})

/** What a tile of the KPI sheet shows. */
function tile(cells: Cell[][], label: string): Cell | undefined {
  const at = cells.findIndex((row) => row.includes(label))
  return cells[at + 1]?.[cells[at]?.indexOf(label) ?? -1]
}
