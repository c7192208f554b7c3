import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Audience, AudienceCode } from '../../addon/audience/audiences.ts'
import type { AudienceSetup, SharedFigures } from '../../addon/audience/publish-kpis.ts'
import type { Shares } from '../../addon/audience/sharing.ts'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const day = (text: string): Cell => ({ date: Date.parse(text) / 86_400_000 + 25_569 })
const tabs: Record<string, Cell[][]> = {
  Customers: [
    ['Customer ID', 'Name', 'Tier', 'Owner'],
    ['C1', 'Northwind', 'A', 'Ann'],
    ['C2', 'Kestrel', 'B', 'Bob'],
    ['C3', 'Alder', 'B', 'Ann'],
  ],
  Orders: [
    ['Order ID', 'Customer ID', 'Order date', 'Amount'],
    ['O1', 'C1', day('2026-01-01'), 300],
    ['O2', 'C2', day('2026-01-05'), 50],
  ],
}

let backend: RunningBackend
/** The spreadsheet of the team, and one of each audience. */
let team: SheetHarness
let leaders: SheetHarness
let sales: SheetHarness
let shares: Shares

const setup = () => team.call<AudienceSetup>('audienceSetup')
const named = async (name: string) => (await setup()).audiences.find((audience) => audience.name === name) as Audience
const code = async (name: string) => {
  const { audienceId } = await named(name)
  return (await team.call<AudienceCode>('makeAudienceCode', audienceId, `code of ${name}`.replaceAll(' ', '-'))).code
}
async function publish(shared: Shares, operation: string) {
  const previewed = await team.call<SharedFigures>('previewSharing', shared)
  await team.call('publishKpis', shared, previewed, operation)
  return previewed
}
const kpi = (sheet: SheetHarness, ...asked: unknown[]) => sheet.call('TS_KPI', ...asked)
const shown = (sheet: SheetHarness) => JSON.stringify(sheet.table('KPI sheet'))

beforeAll(async () => {
  backend = await startBackend({ dir: ':memory:', port: 0 })
  team = await sheetHarness({ tabs, backend })
  leaders = await sheetHarness({ backend, email: 'lee@example.com' })
  sales = await sheetHarness({ backend, email: 'sam@example.com' })
  await team.call('connectWorkspace', 'Team', 'connect')
  const plan = { customers: 'Customers', orders: 'Orders', tiles: ['customers', 'revenue'], tables: ['tier', 'owner'] }
  await team.call('buildKpiSheet', plan)
  for (const name of ['Leaders', 'Sales']) await team.call('createAudience', 'position', name, `add-${name}`)
  const ids = { leaders: (await named('Leaders')).audienceId, sales: (await named('Sales')).audienceId }
  const customers = { kpi: 'customers', by: 'tier' as const }
  shares = {
    [ids.leaders]: [customers, { kpi: 'revenue', by: '' }, { kpi: 'revenue', by: 'owner' }],
    [ids.sales]: [{ kpi: 'customers', by: '' }, customers],
  }
  await publish(shares, 'publish-1')
  await leaders.call('linkToAudience', await code('Leaders'), 'link-leaders')
  await sales.call('linkToAudience', await code('Sales'), 'link-sales')
})
afterAll(() => backend.close())

test('two spreadsheets show what is shared with each, in the KPI sheet and in formulas', async () => {
  expect(shown(leaders)).toContain('Revenue')
  expect(shown(leaders)).toContain('350')
  expect(shown(sales)).not.toMatch(/revenue|,350,|Bob/i)
  expect(shown(sales)).toContain('KPI sheet: shared with Sales')
  expect(await kpi(leaders, 'Revenue')).toBe(350)
  expect(await kpi(leaders, 'revenue', 'bob')).toBe(50)
  expect(await kpi(sales, 'CUSTOMERS')).toBe(3)
  expect(await kpi(sales, 'customers', 'B')).toBe(2)
  const [, ...rows] = (await kpi(sales, 'customers', 'tier')) as unknown[][]
  expect(rows.map(([tier, , value]) => [tier, value])).toEqual([
    ['A', 1],
    ['B', 2],
  ])
  const unknown = (name: string) => `TS_KPI: No KPI "${name}" is shared with this spreadsheet.`
  await expect(kpi(sales, 'Revenue')).rejects.toThrow(unknown('Revenue'))
  await expect(kpi(sales, 'Nothing')).rejects.toThrow(unknown('Nothing'))
  await expect(kpi(leaders, 'customers')).rejects.toThrow('Only parts of "Customers" are shared here')
  await expect(sales.call('TS_COMPLAINTS')).rejects.toThrow('published KPIs alone')
  expect(await kpi(team, 'revenue')).toBe(350)
  expect(await kpi(team, 'customers')).toBe(3)
})

test('the manager sees both spreadsheets and when they were refreshed; a linked one says what it is', async () => {
  const { links, kpis } = await named('Sales')
  expect(links).toMatchObject([{ linkedBy: 'sam@example.com', lastReadAt: expect.any(String) }])
  expect(kpis.map(({ kpi, by }) => `${kpi} ${by}`.trim()).sort()).toEqual(['customers', 'customers tier'])
  expect(await sales.call('audienceSetup')).toMatchObject({
    linked: { name: 'Sales' },
    connected: false,
    audiences: [],
  })
  await expect(team.call('linkToAudience', 'AAAA-AAAA-AAAA', 'x')).rejects.toThrow('belongs to the workspace')
  await expect(sales.call('listSurveys')).rejects.toThrow()
})

test('with each refresh of the KPI sheet its figures are published, where that is wished', async () => {
  await team.call('setPublishWithRefresh', true)
  team.append('Orders', ['O3', 'C1', day('2026-01-06'), 150])
  await team.call('refreshKpiSheet')
  await leaders.call('refreshKpiSheet')
  expect(shown(leaders)).toContain('500')
  expect(await kpi(leaders, 'revenue', '', '', 'again')).toBe(500)
  const [, ...days] = (await kpi(leaders, 'revenue', '', 'ALL')) as unknown[][]
  expect(days.map(([, , value]) => value)).toEqual([500])
})

test('what is taken away is gone from the sheet and the formulas; a copy and an unlinked spreadsheet read nothing', async () => {
  const copy = await sales.copySpreadsheet()
  await expect(kpi(copy, 'customers')).rejects.toThrow('no workspace')
  const { audienceId, links } = await named('Leaders')
  const less = { ...shares, [audienceId]: (shares[audienceId] ?? []).filter(({ kpi }) => kpi !== 'revenue') }
  await publish(less, 'publish-2')
  await leaders.call('refreshKpiSheet')
  expect(shown(leaders)).not.toMatch(/revenue|500/i)
  await expect(kpi(leaders, 'revenue', '', '', 'once more')).rejects.toThrow('No KPI "revenue" is shared')
  await team.call('unlinkSpreadsheet', audienceId, links[0]?.keyId, 'unlink')
  await expect(kpi(leaders, 'customers', 'A', '', 'now')).rejects.toThrow('The link of this spreadsheet was ended')
  await expect(leaders.call('refreshKpiSheet')).rejects.toThrow('The link of this spreadsheet was ended')
  expect(shown(leaders)).toContain('The link of this spreadsheet was ended')
})

test('a spreadsheet that is linked to another audience shows nothing that was kept of the first', async () => {
  const { audienceId } = await named('Leaders')
  await publish({ ...shares, [audienceId]: [{ kpi: 'customers', by: 'tier' }] }, 'publish-3')
  const { code: fresh } = await team.call<AudienceCode>('makeAudienceCode', audienceId, 'another')
  const former = sales.table('KPI sheet')
  await sales.call('unlinkFromAudience')
  await sales.call('linkToAudience', fresh, 'relink')
  expect(JSON.stringify(sales.table('KPI sheet 2'))).toContain('shared with Leaders')
  expect(sales.table('KPI sheet')).toEqual(former)
  await expect(kpi(sales, 'CUSTOMERS')).rejects.toThrow()
  expect(await kpi(sales, 'customers', 'B')).toBe(2)
})

test('a statistic of one’s own is shared by its name, with its version and what it says', async () => {
  const where = { every: 'all', of: [{ field: 'tier', operator: 'is', text: 'B' }] }
  const definition = { module: 'customers', where, measure: { kind: 'count' } }
  const given = { id: '', version: 0, name: 'Tier B', definition }
  const { id } = await team.call<{ id: string }>('saveStatistic', given)
  const wanted = { kpi: `own:${id}`, by: '' as const }
  const plan = { customers: 'Customers', orders: 'Orders', tiles: ['customers', wanted.kpi], tables: [] }
  await team.call('buildKpiSheet', plan)
  expect((await setup()).offered).toContainEqual({ ...wanted, label: 'Tier B' })
  const { audienceId } = await named('Leaders')
  const { definitions } = await publish({ ...shares, [audienceId]: [wanted] }, 'publish-own')
  expect(definitions).toEqual([{ kpi: wanted.kpi, version: 1, says: expect.stringContaining('Tier is B') }])
  const reader = await sheetHarness({ backend, email: 'ray@example.com' })
  const made = await team.call<AudienceCode>('makeAudienceCode', audienceId, 'code-of-reader')
  await reader.call('linkToAudience', made.code, 'link-reader')
  expect(await kpi(reader, 'tier b')).toBe(2)
})

test('a KPI sheet that a spreadsheet has already stays beside the one of its audience, and is its own again without the link', async () => {
  const own = await sheetHarness({ tabs, backend, email: 'kim@example.com' })
  const plan = { customers: 'Customers', orders: 'Orders', tiles: ['orders'], tables: [] }
  await own.call('buildKpiSheet', plan)
  const before = own.table('KPI sheet')
  const { audienceId } = await named('Sales')
  const made = await team.call<AudienceCode>('makeAudienceCode', audienceId, 'code-of-own')
  await own.call('linkToAudience', made.code, 'link-own')
  expect(own.table('KPI sheet')).toEqual(before)
  expect(own.table('KPI sheet 2').flat()).toContain('KPI sheet: shared with Sales')
  await own.call('setKpiSheetHourly', true)
  await own.call('refreshKpiSheetOnTime', { triggerUid: own.triggers()[0]?.id })
  const [, head] = own.table('KPI sheet 2')
  const at = new Date().toISOString().slice(0, 10).split('-').map(Number)
  expect(head?.[2]).toContain(`=IF(NOW()-(DATE(${at.join(', ')})+TIME(`)
  expect(own.tabNames().filter((name) => name.startsWith('KPI sheet'))).toHaveLength(2)
  const shared = own.table('KPI sheet 2')
  await own.call('unlinkFromAudience')
  expect(own.triggers()).toEqual([])
  own.append('Orders', ['O9', 'C1', day('2026-01-06'), 150])
  await own.call('refreshKpiSheet')
  expect(own.table('KPI sheet').flat()).toContain(3)
  expect(own.table('KPI sheet 2')).toEqual(shared)
})

test('what is shared can be taken from one audience though its tile is gone and it cannot be counted; another keeps it', async () => {
  const ids = [(await named('Leaders')).audienceId, (await named('Sales')).audienceId] as const
  const revenue = { kpi: 'revenue', by: '' as const }
  await publish({ [ids[0]]: [revenue], [ids[1]]: [revenue] }, 'publish-both')
  await team.call('buildKpiSheet', { customers: 'Customers', orders: 'Orders', tiles: ['customers'], tables: [] })
  expect((await setup()).offered).toContainEqual({ ...revenue, label: 'Revenue' })
  team.renameHeader('Orders', 'Amount', 'Sum')
  const { problems } = await publish({ [ids[0]]: [], [ids[1]]: [revenue] }, 'publish-less')
  team.renameHeader('Orders', 'Sum', 'Amount')
  expect(problems).toHaveLength(1)
  expect((await named('Leaders')).kpis).toEqual([])
  expect((await named('Sales')).kpis.map(({ kpi }) => kpi)).toEqual(['revenue'])
})
