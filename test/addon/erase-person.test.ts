import { beforeAll, expect, test } from 'vitest'
import { type RunningBackend, startBackend } from '../../local/backend.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { opened } from '../opened.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const day = (date: number): Cell => ({ date })
type Page = { next: number | null; removed: number; anonymous: number }
type Stored = { ids: string[]; backend: unknown; tabs: { tab: string; rows: number; fate: string }[] }

const tabs = (): Record<string, Cell[][]> => ({
  Customers: [
    ['Customer ID', 'Name', 'Phone', 'E-mail', 'Notes'],
    ['C-1', 'Northwind', '0770 090', 'nw@example.com', 'from the fair'],
    ['C-2', 'Southwind', '', '', ''],
    ['C-9', 'North Wind', '', '', 'the same as C-1'],
  ],
  Orders: [
    ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Ship to', 'Twice'],
    ['O-1', 'C-1', day(46_000), 10, 'Northwind, Elm Street', '=D2*2'],
    ['O-2', 'C-2', day(46_001), 20, 'Southwind, Oak Street', ''],
    ['O-3', 'Northwind', day(46_002), 30, 'Elm Street', ''],
    ['O-4', 'C-9', day(46_003), 40, '', ''],
    ['O-5', 'C-1', day(46_004), 50, 'nw@example.com', ''],
  ],
  Interactions: [
    ['Interaction ID', 'Customer ID', 'Contact date', 'Owner', 'Channel', 'Purpose', 'Outcome'],
    ['I-1', 'C-1', day(46_000), 'Ann', 'Phone', 'Offer', 'Northwind wants a quote'],
    ['I-2', 'C-2', day(46_001), 'Ann', 'Phone', 'Offer', ''],
  ],
  'Fair 2025': [
    ['Customer ID', 'Stand'],
    ['C-1', 'B7'],
  ],
})

/** A file in which C-9 was merged into C-1. */
async function merged(options: Parameters<typeof sheetHarness>[0] = {}): Promise<SheetHarness> {
  const sheet = await sheetHarness({ tabs: tabs(), ...options })
  await sheet.call('saveSetUp', (await sheet.call<{ choices: object[] }>('setUp')).choices)
  await sheet.call('mergeCustomers', { id: 'm1', keep: 'C-1', gone: 'C-9', fromGone: [] })
  return sheet
}

async function erased(sheet: SheetHarness) {
  const sum = { removed: 0, anonymous: 0 }
  for (let page: Page | undefined; page?.next !== null; ) {
    page = await sheet.call<Page>('eraseNext')
    sum.removed += page.removed
    sum.anonymous += page.anonymous
  }
  return sum
}

const all = (sheet: SheetHarness) =>
  Object.fromEntries(sheet.tabNames().map((name) => [name, JSON.stringify(sheet.table(name))]))
const unnamed = (sheet: SheetHarness) => JSON.stringify(all(sheet)).replace(/erased-\w{8}/g, 'erased')

let expected: string
beforeAll(async () => {
  const sheet = await merged()
  const stored = await sheet.call<Stored>('storedOfPerson', 'C-1')
  expect(stored).toMatchObject({ ids: ['C-1', 'C-9'], backend: null })
  expect(stored.tabs.map(({ tab, rows, fate }) => `${tab} ${rows} ${fate}`)).toEqual([
    ...['Orders 4 anonymous', 'Interactions 1 removed', 'Change history 3 removed', 'Customers 1 removed'],
    'Fair 2025 1 left',
  ])
  await sheet.call('beginErasure', 'C-1', false)
  expect(await erased(sheet)).toEqual({ removed: 5, anonymous: 4 })
  expected = unnamed(sheet)
})

test('orders stay with their figures and without the person, formulas in them too; all else about them goes', async () => {
  const [, ...orders] = JSON.parse(JSON.parse(expected).Orders) as Cell[][]
  expect(orders.map((row) => row.slice(0, 2).concat(row.slice(3)).join('|'))).toEqual([
    'O-1|erased|10|erased|=D2*2',
    'O-2|C-2|20|Southwind, Oak Street|',
    'O-3|erased|30|Elm Street|',
    'O-4|erased|40||',
    'O-5|erased|50|erased|',
  ])
  expect(JSON.parse(JSON.parse(expected)['Fair 2025'])).toHaveLength(2)
  expect(expected.replace(/"Fair 2025":".*?\]\]"/, '')).not.toMatch(/C-1|C-9|Northwind|North Wind|nw@|0770/)
})

test('who is erased with their orders leaves none', async () => {
  const sheet = await merged()
  await sheet.call('beginErasure', 'C-1', true)
  expect(await erased(sheet)).toEqual({ removed: 9, anonymous: 0 })
  expect(sheet.column('Orders', 'Order ID')).toEqual(['O-2'])
})

test('killed at any write, it goes on where it was, under one alias, and nothing is done twice or to others', async () => {
  for (let writes = 0, isWhole = false; !isWhole; writes += process.env.THOROUGH ? 1 : 7) {
    const sheet = await merged()
    sheet.killAfter(writes)
    isWhole = await sheet
      .call('beginErasure', 'C-1', false)
      .then(() => erased(sheet))
      .then(
        () => true,
        () => false,
      )
    sheet.revive()
    if (!isWhole) {
      const { unfinished } = await sheet.call<{ unfinished: { id: string } | null }>('personSetup')
      if (unfinished) expect(unfinished.id).toBe('C-1')
      else await sheet.call('beginErasure', 'C-1', false)
      await expect(sheet.call('beginErasure', 'C-2', false)).rejects.toThrow('Erasing Northwind was cut short')
      await erased(sheet)
    }
    expect(unnamed(sheet)).toBe(expected)
    expect(new Set(JSON.stringify(all(sheet)).match(/erased-\w{8}/g)).size).toBe(1)
    expect(await sheet.call('personSetup')).toEqual({ may: true, unfinished: null })
  }
})

test('rows of others are not touched where somebody sorts the tab in that moment', async () => {
  for (let after = 0, isOver = false; !isOver; after += process.env.THOROUGH ? 1 : 5) {
    const sheet = await merged()
    await sheet.call('beginErasure', 'C-1', true)
    sheet.disturb(after, () => {
      for (const tab of ['Orders', 'Interactions']) sheet.sort(tab, 'Customer ID', { descending: true })
    })
    for (let tries = 0; tries < 5; tries++) if (await erased(sheet).catch(() => undefined)) break
    isOver = !sheet.wasDisturbed()
    expect(sheet.column('Orders', 'Order ID')).toEqual(['O-2'])
    expect(sheet.column('Interactions', 'Interaction ID')).toEqual(['I-2'])
  }
})

test('a formula in the column of customers is told of before anything is erased', async () => {
  const sheet = await merged()
  sheet.type('Orders', 2, 2, '=A2')
  await expect(sheet.call('beginErasure', 'C-1', false)).rejects.toThrow('Customer ID')
  expect(await sheet.call('personSetup')).toEqual({ may: true, unfinished: null })
})

test('with a workspace only an administrator erases, there too and under every id', async () => {
  const backend: RunningBackend = await startBackend({ dir: ':memory:', port: 0 })
  opened.push(backend)
  let who = 'boss'
  const identityToken = () => backend.identityToken({ sub: who, email: `${who}@example.com`, name: who })
  const sheet = await sheetHarness({ tabs: tabs(), backend: { url: backend.url, identityToken } })
  await sheet.call('connectWorkspace', 'North', 'connect')
  await sheet.call('syncCustomerPage', 'Customers', 0)
  await sheet.call('saveSetUp', (await sheet.call<{ choices: object[] }>('setUp')).choices)
  await sheet.call('mergeCustomers', { id: 'm1', keep: 'C-1', gone: 'C-9', fromGone: [] })
  who = 'eve'
  expect(await sheet.call('personSetup')).toEqual({ may: false, unfinished: null })
  await expect(sheet.call('beginErasure', 'C-1', false)).rejects.toThrow()
  expect(sheet.column('Customers', 'Customer ID')).toEqual(['C-1', 'C-2'])
  who = 'boss'
  await sheet.call('beginErasure', 'C-1', false)
  await erased(sheet)
  expect(sheet.column('Customers', 'Customer ID')).toEqual(['C-2'])
  const { entries } = await sheet.call<{ entries: { act: string }[] }>('auditTrail', 'personErased', '')
  expect(entries).toHaveLength(2)
})
