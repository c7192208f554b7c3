import { beforeAll, describe, expect, test } from 'vitest'
import type { ScoreSetup } from '../../addon/standard/standard-setup.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const day = (date: number): Cell => ({ date })
const ids = Array.from({ length: 12 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`)
const customers: Cell[][] = [
  ['Customer ID', 'Name', 'Phone', 'E-mail', 'City', 'Owner', 'Source', 'Next contact', 'My notes'],
  ...ids.map((id, at): Cell[] => [
    ...[id, `Shop ${(at * 7) % 12}`, `0770090000${at}`, `${id}@x.example`, at % 2 ? 'Bath' : ''],
    ...[`Owner ${at % 3}`, 'Web', at % 4 ? day(46_000 + at) : '', `note of ${id}`],
  ]),
]
const orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product'],
  ...Array.from({ length: 40 }, (_, at): Cell[] => {
    return [`O${at}`, ids[(at * 5) % 11]!, day(45_500 + at * 9), 50 + ((at * 37) % 200), at % 3 ? 'Tea' : 'Jam']
  }),
]
const contacts: Cell[][] = [
  ['Interaction ID', 'Customer ID', 'Contact date', 'Owner', 'Channel', 'Purpose', 'Outcome', 'Next contact'],
  ...ids.slice(0, 6).map((id, at): Cell[] => [`I-${101 + at}`, id, day(45_800 + at), 'Ann', 'Phone', 'Offer', '', '']),
]

/** What a person may do to the tabs between two actions. */
const moves: Record<string, (sheet: SheetHarness) => Promise<SheetHarness> | undefined> = {
  'sorting every tab': (sheet) => {
    sheet.sort('Customers', 'Name')
    sheet.sort('Orders', 'Amount', { descending: true })
    sheet.sort('Interactions', 'Interaction ID', { descending: true })
    return undefined
  },
  'inserting columns and blank rows': (sheet) => {
    sheet.insertColumn('Customers', 1, 2)
    sheet.insertColumn('Customers', 6)
    sheet.insertColumn('Orders', 2)
    sheet.insertColumn('Interactions', 1)
    sheet.insertRows('Customers', 4, 2)
    sheet.insertRows('Orders', 2)
    return undefined
  },
  'renaming headers and tabs': (sheet) => {
    for (const header of customers[0]!.slice(0, 8)) sheet.renameHeader('Customers', String(header), `our ${header}`)
    for (const header of orders[0]!) sheet.renameHeader('Orders', String(header), `our ${header}`)
    for (const header of contacts[0]!) sheet.renameHeader('Interactions', String(header), `our ${header}`)
    sheet.renameTab('Customers', 'our Customers')
    sheet.renameTab('Orders', 'our Orders')
    sheet.renameTab('Interactions', 'our Interactions')
    return undefined
  },
  'moving columns': (sheet) => {
    sheet.moveColumn('Customers', 'Customer ID', 6)
    sheet.moveColumn('Customers', 'My notes', 1)
    sheet.moveColumn('Orders', 'Amount', 1)
    sheet.moveColumn('Interactions', 'Contact date', 1)
    return undefined
  },
  'duplicating tabs': (sheet) => {
    sheet.duplicateTab('Customers')
    sheet.duplicateTab('Orders')
    return undefined
  },
  'copying the spreadsheet': (sheet) => sheet.copySpreadsheet(),
}

async function setUp(): Promise<SheetHarness> {
  const tabs = structuredClone({ Customers: customers, Orders: orders, Interactions: contacts })
  const sheet = await sheetHarness({ tabs })
  await sheet.call('saveSetUp', (await sheet.call<{ choices: object[] }>('setUp')).choices)
  return sheet
}

/** Every action that writes into the tabs, one after the other. */
async function everyAction({ call }: SheetHarness): Promise<void> {
  const { standard } = await call<ScoreSetup>('scoreSetup')
  const name = (standard as { name: string }).name
  await call('applyTiers', standard)
  await call('writeCustomerClasses', 'abc')
  const rule = { field: 'city', required: true, format: '' as const, allowed: [] }
  await call('applyEntryStandard', { rules: [rule, { ...rule, field: 'industry' }], strict: false }, 0)
  await call('writeCompleteness')
  const contact = { customerId: 'C05', channel: 'Visit', purpose: 'Offer', outcome: 'Interested', note: '' }
  await call('logContact', { ...contact, day: '2026-01-05', next: '2026-02-05' }, 'op-1')
  const changes = [
    { id: 'C03', key: 'city', before: '', after: 'York' },
    { id: 'C13', after: { customer: 'New shop', city: 'Hull' } },
  ]
  await call('recordImport', 'import-1', 'a file', 0, changes)
  await call('makeFileAction', 'import-1')
  await call('mergeCustomers', { id: 'merge-1', keep: 'C01', gone: 'C02', fromGone: ['city'] })
  await call('undoFileAction', 'merge-1')
  const override = { standard: name, tier: 'A', reason: 'Strategic', from: '2020-01-01', until: '' }
  await call('setTierOverride', { ...override, customerId: 'C12' })
  const { round } = await call<{ round: string }>('startRound', name)
  await call('setRoundException', round, 'C11', 'B', 'Asked for')
  await call('approveRound', round)
  await call('publishRound', round, '2027-01-01')
}

const unstable = ['At', 'Run', 'Action ID', 'Saved at', 'Details as JSON']

/** A tab's rows as sets of cells by header, without what differs from run to run and what nobody typed or wrote. */
function records(sheet: SheetHarness, tab: string): string[] {
  const name = sheet.tabNames().includes(`our ${tab}`) ? `our ${tab}` : tab
  const [header = [], ...rows] = sheet.table(name)
  const names = header.map((cell) => String(cell).replace(/^our /, ''))
  return rows
    .map((row) =>
      names
        .flatMap((field, at) =>
          field && !unstable.includes(field) && row[at] !== '' ? [`${field}=${plain(row[at] as Cell)}`] : [],
        )
        .sort()
        .join('; '),
    )
    .filter((record) => record !== '')
    .sort()
}

/** A cell as text; the order of the fields in a row that is kept whole says nothing. */
function plain(cell: Cell): string {
  if (typeof cell !== 'string' || !cell.startsWith('{')) return JSON.stringify(cell)
  return JSON.stringify(Object.entries(JSON.parse(cell) as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const written = ['Customers', 'Orders', 'Interactions', 'Tier history', 'Tier overrides', 'Change history']

describe('what a person does to the tabs never makes an action write in the wrong place', { timeout: 60_000 }, () => {
  let expected: Record<string, string[]>
  beforeAll(async () => {
    const sheet = await setUp()
    await everyAction(sheet)
    expected = Object.fromEntries(written.map((tab) => [tab, records(sheet, tab)]))
  }, 60_000)

  test('undisturbed, the actions wrote what they say', () => {
    const all = expected.Customers!
    expect(all).toHaveLength(13)
    expect(all.find((row) => row.includes('"C12"'))).toContain('Tier="A"')
    expect(all.find((row) => row.includes('"C05"'))).toContain('Next contact={"date":46058}')
    expect(all.find((row) => row.includes('"C13"'))).toContain('City="Hull"')
    expect(
      all.every(
        (row) => row.includes('C13') || row.includes(`My notes="note of ${/Customer ID="(\w+)"/.exec(row)?.[1]}"`),
      ),
    ).toBe(true)
    expect(expected.Orders).toHaveLength(40)
  })

  test.each(Object.keys(moves))('%s', async (name) => {
    const before = await setUp()
    const sheet = (await moves[name]!(before)) ?? before
    await everyAction(sheet)
    for (const tab of written) expect(records(sheet, tab), tab).toEqual(expected[tab])
    if (sheet !== before) expect(before.table('Customers')).toEqual(customers)
  })
})
