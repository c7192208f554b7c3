import { expect, test } from 'vitest'
import type { OwnStatistics } from '../../addon/own-statistics/own-statistics.ts'
import type { StatisticPreview } from '../../addon/own-statistics/preview-statistic.ts'
import type { StatisticField } from '../../core/own-statistics/statistic-field.ts'
import { startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { opened } from '../opened.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const TODAY = Math.floor(Date.now() / 86_400_000) + 25_569
const day = (ago: number): Cell => ({ date: TODAY - ago })
const tabs = (): Record<string, Cell[][]> => ({
  Customers: [
    ['Customer ID', 'Name', 'Owner', 'Tier', 'City', 'Rank', 'Next contact'],
    ['C1', 'Alba', 'Ann', 'A', 'Bath', 3, day(-3)],
    ['C2', 'Bo', 'Ben', 'b', 'York', 'second', day(20)],
    ['C3', 'Cy', 'Ann', 'B', 'Bath', 1, ''],
    ['C4', 'Di', 'ann ', 'C', '', '2', day(0)],
  ],
  Orders: [
    ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Gift'],
    ['O1', 'C1', day(10), 0.1, 'yes'],
    ['O2', 'Alba', day(95), 0.2, ''],
    ['O3', 'C2', day(120), '1,200', 'yes'],
    ['O4', 'C9', day(1), 5, ''],
  ],
})
const all = (...of: object[]) => ({ every: 'all', of })
const byOwner = { module: 'customers', where: all(), measure: { kind: 'count' }, group: { field: 'owner' } }
const preview = (sheet: SheetHarness, part: object) =>
  sheet.call<StatisticPreview>('previewStatistic', { ...byOwner, group: undefined, ...part })
const save = (sheet: SheetHarness, part: object = {}) =>
  sheet.call<OwnStatistics & { id: string }>('saveStatistic', {
    ...{ id: '', version: 0, name: 'By owner', definition: byOwner },
    ...part,
  })

test('customers without an order for long are found by their orders, also where those name them', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const late = { field: 'lastOrder', operator: 'daysAgo', days: 90 }
  const never = { field: 'lastOrder', operator: 'blank' }
  const found = await preview(sheet, { where: { every: 'any', of: [late, never] }, group: { field: 'owner' } })
  expect(found.whole).toMatchObject({ value: 3, n: 3 })
  expect(found.groups.map(({ group, value }) => [group, value])).toEqual([
    ['Ann', 2],
    ['Ben', 1],
  ])
  expect(found.left).toEqual({ conditions: 1, unread: 0, blank: 0 })
  expect(found.shown.header).toEqual(['Customer ID', 'Last order', 'Owner'])
  expect(found.shown.rows.map(([id]) => id)).toEqual(['C2', 'C3', 'C4'])
  expect(found.says).toBe(
    'Number of customers where Last order is 90 days ago or longer or Last order is blank, by Owner.',
  )
})

test('orders are summed by their customer’s tier, to the cent; what can’t be read is named with its row', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const measure = { kind: 'sum', field: 'amount' }
  const found = await preview(sheet, { module: 'orders', measure, group: { field: 'customer.tier' } })
  expect(found).toMatchObject({ unit: 'money', whole: { value: 5.3, n: 3 }, left: { unread: 1 } })
  expect(found.groups.map(({ group, value }) => [group, value])).toEqual([
    ['', 5],
    ['A', 0.3],
  ])
  expect(found.problems).toEqual([
    'Amount: 1 cell cannot be read as a number in one way only, first row 4 ("1,200"). Type it as a number.',
  ])
})

test('other columns of the tab count by their header, typed by what they hold; one that is gone is told', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const fields = await sheet.call<StatisticField[]>('statisticFields', 'customers', '')
  const typeOf = (id: string) => fields.find((field) => field.id === id)?.type
  expect([typeOf('column:Rank'), typeOf('nextContact'), typeOf('orderSum'), typeOf('tier')]).toEqual([
    'text',
    'date',
    'money',
    'text',
  ])
  const where = all({ field: 'column:Rank', operator: 'atMost', value: 2 })
  const found = await preview(sheet, { where })
  expect(found).toMatchObject({ whole: { value: 2 }, left: { conditions: 1, unread: 1 } })
  sheet.renameHeader('Customers', 'Rank', 'Place')
  expect((await preview(sheet, { where })).problems).toEqual(['The rows have no column Rank: it counts as blank.'])
})

test('saves are rows that are never changed: rename, change, go back, remove, take up again', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  expect(await sheet.call('ownStatistics')).toEqual({ statistics: [], problems: [], hasWorkspace: false })
  const { id } = await save(sheet)
  expect(await save(sheet, { id, version: 1 })).toMatchObject({ statistics: [{ versions: [{ version: 1 }] }] })
  await save(sheet, { id, version: 1, name: 'Customers by owner' })
  const first = sheet.table('Own statistics').slice(0, 3)
  await expect(save(sheet, { id, version: 1, name: 'Older' })).rejects.toThrow('Somebody saved "Customers by owner"')
  await save(sheet, { id, version: 2, definition: { ...byOwner, group: { field: 'tier' } } })
  await save(sheet, { id, version: 3, name: 'Customers by owner' })
  const list = await sheet.call<OwnStatistics>('removeStatistic', id, 4)
  expect(list.statistics[0]?.versions.map(({ version, name, definition }) => [version, name, !!definition])).toEqual([
    [5, 'Customers by owner', false],
    [4, 'Customers by owner', true],
    [3, 'By owner', true],
    [2, 'Customers by owner', true],
    [1, 'By owner', true],
  ])
  await save(sheet, { id, version: 5 })
  expect((await save(sheet, { name: 'Second' })).id).toBe('S2')
  const rows = sheet.table('Own statistics')
  expect(rows.slice(0, 3)).toEqual(first)
  expect(rows[1]?.slice(4)).toEqual(['ann@example.com', 'Number of customers, by Owner.', JSON.stringify(byOwner)])
  expect(rows.map(([key]) => key)).toEqual(['Statistic ID', ...Array(6).fill(id), 'S2'])
})

test('a row edited by hand is told in one sentence, and its number is not given again', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const { id } = await save(sheet)
  await save(sheet, { id, version: 1, name: 'Renamed' })
  await save(sheet, { name: 'Second' })
  sheet.type('Own statistics', 3, 7, '{"module":"customers"')
  const { statistics, problems } = await sheet.call<OwnStatistics>('ownStatistics')
  expect(problems).toEqual([
    'Row 3 of the tab of own statistics is left out: its definition cannot be read. Remove the row, or save the statistic again.',
  ])
  expect(statistics.map(({ versions: [{ name, version }] }) => [name, version])).toEqual([
    ['By owner', 1],
    ['Second', 1],
  ])
  await save(sheet, { id, version: 1, name: 'Again' })
  expect(sheet.column('Own statistics', 'Version')).toEqual([1, 2, 1, 3])
})

test.each([
  ['a blank name', { name: '  ' }, 'Give the statistic a name'],
  ['no survey', { definition: { ...byOwner, module: 'answers' } }, 'Choose the survey'],
  [
    'a definition that can’t be',
    { definition: { ...byOwner, measure: { kind: 'guess' } } },
    'cannot be read at "measure',
  ],
  ['a statistic that there is not', { id: 'S9' }, 'There is no statistic S9'],
])('%s is refused', async (_, part, sentence) => {
  const sheet = await sheetHarness({ tabs: tabs() })
  await expect(save(sheet, part)).rejects.toThrow(sentence)
  expect(sheet.tabNames()).toEqual(['Customers', 'Orders'])
})

test('a name or text that begins like a formula stays a text', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const where = all({ field: 'owner', operator: 'is', text: '=1+1' })
  const { statistics } = await save(sheet, { name: '=SUM(A1)', definition: { ...byOwner, where } })
  expect(statistics[0]?.versions[0]).toMatchObject({ name: '=SUM(A1)', definition: { where } })
})

test('complaints and answers come from the workspace, without names', async () => {
  const backend = await startBackend({ dir: ':memory:', port: 0 })
  opened.push(backend)
  const sheet = await sheetHarness({ tabs: tabs(), backend })
  await expect(preview(sheet, { module: 'complaints' })).rejects.toThrow('no workspace yet')
  await sheet.call('connectWorkspace', 'Team', 'op-1')
  await sheet.call('syncCustomerPage', 'Customers', 0)
  const complaint = { kind: 'complaint', channel: 'hotline', severity: 'high', wantedOutcome: '' }
  for (const [at, category] of ['Delivery', 'Delivery', 'Billing'].entries()) {
    await sheet.call('logComplaint', { ...complaint, customerId: 'C1', category, description: 'Wet' }, `op-c${at}`)
  }
  const received = { field: 'received', operator: 'inPeriod', period: 'thisMonth' }
  const high = { field: 'severity', operator: 'is', text: 'high' }
  const found = await preview(sheet, { module: 'complaints', where: all(received, high), group: { field: 'category' } })
  expect(found.groups.map(({ group, value }) => [group, value])).toEqual([
    ['Delivery', 2],
    ['Billing', 1],
  ])
  expect(found.shown.header).toEqual(['Received', 'Category', 'Severity'])
  expect(found.shown.rows.map((cells) => cells.slice(1))).toContainEqual(['Delivery', 'High'])
  expect(found.says).toContain('Severity is High')
})

test('a statistic stands on the KPI sheet by its name, by tier where that is asked; one that is removed is told', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const { id } = await save(sheet)
  const plan = {
    customers: 'Customers',
    orders: 'Orders',
    survey: '',
    tiles: ['customers', `own:${id}`],
    tables: ['tier'],
  }
  await sheet.call('buildKpiSheet', plan)
  const shown = () => sheet.table('KPI sheet').flat().map(String)
  const at = shown().indexOf('By owner')
  expect(at).toBeGreaterThan(-1)
  expect(shown()).toContain('4')
  await sheet.call('removeStatistic', id, 1)
  await sheet.call('refreshKpiSheet')
  expect(shown().join(' ')).toContain(`There is no statistic ${id}`)
})

test('its groups and its target stand on the KPI sheet, in its history and in what is offered for sharing', async () => {
  const sheet = await sheetHarness({ tabs: tabs() })
  const definition = {
    ...{ module: 'customers', where: { every: 'all', of: [] }, measure: { kind: 'count' } },
    ...{ group: { field: 'tier' }, target: { value: 9, direction: 1 } },
  }
  const { id } = await sheet.call<{ id: string }>('saveStatistic', { id: '', version: 0, name: 'Ours', definition })
  const kpi = `own:${id}`
  await sheet.call('buildKpiSheet', { customers: 'Customers', orders: 'Orders', survey: '', tiles: [kpi], tables: [] })
  const shown = sheet.table('KPI sheet')
  expect(shown.flat()).toContain('Ours by tier')
  const at = shown.findIndex(([cell]) => cell === 'Ours by tier')
  const rows = shown.slice(at + 2).map(([tier, value]) => [tier, value])
  expect(
    rows
      .slice(0, 3)
      .map(([tier]) => tier)
      .sort(),
  ).toEqual(['A', expect.stringMatching(/b/i), 'C'])
  expect(shown.flat().join(' ')).toContain('target 9 not reached')
  const history = sheet.table('KPI history').filter((row) => row[1] === kpi)
  expect(history.filter((row) => row[3] === 'tier').length).toBeGreaterThan(1)
})
