import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerPage } from '../../addon/customer-page/customer-page.ts'
import type { CustomerPast } from '../../addon/customer-page/customer-past.ts'
import type { FoundCustomers } from '../../addon/customer-page/search-customers.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

/** Days from today, as a cell holds them and as forms say them. */
const serialToday = Math.floor(Date.now() / 86_400_000) + 25_569
const day = (from: number): Cell => ({ date: serialToday + from })
const iso = (from: number) => new Date((serialToday + from - 25_569) * 86_400_000).toISOString().slice(0, 10)

const CUSTOMERS: Cell[][] = [
  ['Customer ID', 'Name', 'E-mail', 'Phone', 'Owner', 'Source', 'Tier', 'Score', 'Next contact', 'Needs class', 'Mine'],
  ['C-1', 'Northwind', 'buy@north.example', '+44 20 7946 0000', 'Li Na', 'Web', 'A', 81.5, day(-3), 'Repairs', 'x'],
  ['C-10', 'Contoso', '', '13800138000', 'Wang Wei', 'Visit', 'B', 40, day(5), '', ''],
  ['C-2', '东方贸易', '', '', 'Li Na', 'Web', 'B', '', day(-9), '', ''],
  [7, 'Seven', '', '', '', '', '', '', '', '', ''],
]
const ORDERS: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product'],
  ['O-1', 'C-1', day(-400), 100, 'Lamp'],
  ['O-2', 'C-10', day(-2), 10, 'Chair'],
  ['O-3', ' C-1 ', day(-1), 50.5, 'Chair'],
  ['O-4', 'C-1', 'soon', 5, 'Chair'],
  ['O-5', 7, day(-800), 1, 'Lamp'],
]
const CONTACTS: Cell[][] = [
  ['Interaction ID', 'Customer ID', 'Contact date', 'Owner', 'Channel', 'Purpose', 'Outcome', 'Next contact'],
  ...[60, 10, 20, 30, 40, 50].map((ago, i): Cell[] => {
    return [`I-${100 + i}`, 'C-1', day(-ago), 'Li Na', 'Phone', 'Call-back', `Outcome ${ago}`, '']
  }),
  ['I-090', 'C-10', day(-1), 'Li Na', 'Visit', 'Offer', 'Interested', ''],
]
const STAFF: Cell[][] = [
  ['Staff ID', 'Name', 'Position', 'Level', 'Skills', 'Capacity', 'E-mail'],
  ['S-1', 'Ann Chen', '', '', '', '', 'Ann@example.com'],
]

let sheets: SheetHarness
async function freshSheets() {
  const tabs = { Customers: CUSTOMERS, Orders: ORDERS, Interactions: CONTACTS, Staff: STAFF }
  sheets = await sheetHarness({ tabs: structuredClone(tabs) })
}
beforeAll(freshSheets)

const page = (id: string) => sheets.call<CustomerPage>('customerPage', id)

describe('the page', () => {
  test('says what the customer file says, each known column under its own header', async () => {
    sheets.renameHeader('Customers', 'Source', 'Where from')
    expect(await page('C-1')).toEqual({
      ...{ id: 'C-1', name: 'Northwind', tier: 'A', score: 81.5 },
      classes: { lifecycle: '', value: '', need: 'Repairs' },
      ...{ nextContact: iso(-3), daysOverdue: 3, dueToday: false },
      facts: [
        { header: 'E-mail', value: 'buy@north.example' },
        { header: 'Phone', value: '+44 20 7946 0000' },
        { header: 'Owner', value: 'Li Na' },
      ],
    })
  })

  test('of nobody says so', async () => {
    await expect(page('C-3')).rejects.toThrow('Customer C-3 is not in the tab "Customers".')
  })

  test('follows the selection in any tab that names customers', async () => {
    const selected = () => sheets.call('selectedCustomerId')
    await sheets.select('Customers', 3)
    expect(await selected()).toBe('C-10')
    await sheets.select('Orders', 4, 3)
    expect(await selected()).toBe('C-1')
    await sheets.select('Orders', 1)
    expect(await selected()).toBe('')
    await sheets.select('Staff', 2)
    expect(await selected()).toBe('')
    await sheets.select('Customers', 50)
    expect(await selected()).toBe('')
  })

  test('shows its row in the sheet', async () => {
    await sheets.select('Orders', 2)
    expect(await sheets.call('goToCustomer', 'C-2')).toMatchObject({ id: 'C-2' })
    expect(await sheets.call('selectedCustomerId')).toBe('C-2')
  })

  test('is found after sorting, moving and inserting', async () => {
    await freshSheets()
    await page('C-2')
    sheets.sort('Customers', 'Name', { descending: true })
    sheets.insertColumn('Customers', 1)
    sheets.moveColumn('Customers', 'Customer ID', 5)
    expect(await page('C-2')).toMatchObject({ id: 'C-2', name: '东方贸易', daysOverdue: 9 })
    expect(await page('7')).toMatchObject({ id: '7', name: 'Seven', nextContact: '' })
  })
})

describe('the past', () => {
  beforeAll(freshSheets)
  test('has orders, the last five contacts, and no whole tab is read for it', async () => {
    sheets.operations()
    const past = await sheets.call<CustomerPast>('customerPast', 'C-1', 'Northwind')
    expect(past.orders).toMatchObject({ count: 3, total: 150.5, unread: 1, first: iso(-400), last: iso(-1) })
    expect(past.orders!.months.reduce((sum, each) => sum + each)).toBe(150.5)
    expect(past.orders!.months).toHaveLength(24)
    expect(past.contacts!.count).toBe(6)
    expect(past.contacts!.latest.map((contact) => contact.day)).toEqual([10, 20, 30, 40, 50].map((ago) => iso(-ago)))
    expect(past.contacts!.latest[0]).toMatchObject({ channel: 'Phone', purpose: 'Call-back', outcome: 'Outcome 10' })
    expect(past.tierChanges).toBe(null)
    expect(sheets.operations().find).toBe(3)
  })

  test('counts orders that name the customer by name, unless two have it', async () => {
    sheets.type('Orders', 3, 2, 'Contoso')
    const orders = async () => (await sheets.call<CustomerPast>('customerPast', 'C-10', 'Contoso')).orders!.count
    expect(await orders()).toBe(1)
    sheets.type('Customers', 5, 2, 'Contoso')
    expect(await orders()).toBe(0)
  })

  test('orders that are all old end the chart with their last month', async () => {
    const { orders } = await sheets.call<CustomerPast>('customerPast', '7', 'Seven')
    expect(orders!.months[23]).toBe(1)
  })
})

describe('logging a contact', () => {
  beforeEach(freshSheets)
  const contact = {
    ...{ customerId: 'C-1', day: iso(0), channel: 'Phone', purpose: 'Call-back', outcome: '=1+1' },
    ...{ note: 'Asked for a visit', next: iso(14) },
  }
  const log = (changes: object = {}, operation = 'op-1') =>
    sheets.call<string>('logContact', { ...contact, ...changes }, operation)
  const last = (name: string) => sheets.table(name).at(-1)!

  test('adds a row in the pattern of the ids, and moves last and next contact', async () => {
    expect(await log()).toBe('I-106')
    expect(last('Interactions')).toEqual([
      ...['I-106', 'C-1', day(0), 'Ann Chen', 'Phone', 'Call-back', '=1+1', day(14), 'Asked for a visit'],
    ])
    expect(sheets.column('Interactions', 'Note').at(-1)).toBe('Asked for a visit')
    expect(sheets.column('Customers', 'Last contact')).toEqual([day(0), '', '', ''])
    expect(sheets.column('Customers', 'Next contact')).toEqual([day(14), day(5), day(-9), ''])
  })

  test('twice under the same operation logs once, under another twice', async () => {
    await log()
    expect(await log()).toBe('I-106')
    expect(sheets.table('Interactions')).toHaveLength(9)
    expect(await log({}, 'op-2')).toBe('I-107')
  })

  test('is never lost and never doubled, wherever it is killed', async () => {
    await log({ outcome: 'before' }, 'before')
    sheets.operations()
    await log()
    const { setValues = 0, setStyle = 0 } = sheets.operations()
    const all = setValues + setStyle
    for (const writes of [0, all - 4, all - 3, all - 2, all - 1]) {
      await freshSheets()
      await log({ outcome: 'before' }, 'before')
      sheets.killAfter(writes)
      await expect(log()).rejects.toThrow('killed')
      sheets.revive()
      await log({ customerId: 'C-10' }, 'another')
      await log()
      const rows = sheets.table('Interactions').filter((row) => row[6] === '=1+1')
      expect([writes, rows.map(([, id]) => id).sort()]).toEqual([writes, ['C-1', 'C-10']])
      expect(new Set(sheets.column('Interactions', 'Interaction ID')).size).toBe(10)
      expect(sheets.column('Customers', 'Last contact').slice(0, 2)).toEqual([day(0), day(0)])
    }
  })

  test('entered late changes nothing newer; a plan that was kept is done with', async () => {
    await log({ day: iso(-1) })
    await log({ day: iso(-30), next: iso(1) }, 'late')
    expect(sheets.column('Customers', 'Last contact')[0]).toEqual(day(-1))
    expect(sheets.column('Customers', 'Next contact')[0]).toEqual(day(14))
    await log({ customerId: 'C-2', next: '' }, 'none planned')
    await log({ customerId: 'C-10', next: '' }, 'planned later')
    expect(sheets.column('Customers', 'Next contact')).toEqual([day(14), day(5), '', ''])
  })

  test.each([
    [{ channel: ' ' }, 'Channel is blank.'],
    [{ day: '' }, 'Contact date is blank.'],
    [{ day: '2026-02-30' }, '"2026-02-30" for Contact date is not a date.'],
    [{ day: iso(1) }, `${iso(1)} lies in the future.`],
    [{ next: iso(0) }, `The next contact (${iso(0)}) must be after this one`],
    [{ customerId: 'C-3' }, 'Customer C-3 is not in the tab'],
  ])('%j is refused', async (changes, message) => {
    await expect(log(changes)).rejects.toThrow(message)
    expect(sheets.table('Interactions')).toHaveLength(8)
  })

  test('begins with what was entered most, and the day by the cadence of the tier', async () => {
    expect(await sheets.call('contactSetup', 'A')).toEqual({
      given: {
        channel: ['Phone', 'Visit'],
        purpose: ['Call-back', 'Offer'],
        outcome: [60, 10, 20, 30, 40, 50].map((ago) => `Outcome ${ago}`).concat('Interested'),
      },
      ...{ today: iso(0), next: '' },
    })
    const tabs = {
      Customers: CUSTOMERS,
      Tiers: [
        ['Tier', 'Owner level', 'Contact every (days)'],
        ['A', 3, 10],
      ],
    }
    const other = await sheetHarness({ tabs: structuredClone(tabs) as Record<string, Cell[][]> })
    expect(await other.call('contactSetup', 'A')).toMatchObject({ given: { channel: [] }, next: iso(10) })
  })

  test('makes the tab where there is none', async () => {
    const other = await sheetHarness({ tabs: structuredClone({ Customers: CUSTOMERS }), language: 'zh-CN' })
    expect(await other.call('logContact', contact, 'op-1')).toBe('I-10001')
    expect(other.table('互动记录')[1]!.slice(0, 3)).toEqual(['I-10001', 'C-1', day(0)])
  })
})

describe('a search', () => {
  beforeAll(freshSheets)
  const search = async (wanted: object) => {
    const asked = { query: '', filters: {}, overdue: false, ...wanted }
    const reply = await sheets.call<FoundCustomers>('searchCustomers', asked)
    return { ...reply, ids: reply.customers.map(({ id }) => id) }
  }
  test.each([
    [{}, ['C-1', 'C-10', 'C-2', '7']],
    [{ query: 'li na' }, ['C-1', 'C-2']],
    [{ query: '东方' }, ['C-2']],
    [{ query: '138 0013 8000' }, ['C-10']],
    [{ query: 'north.example' }, ['C-1']],
    [{ filters: { tier: 'B', owner: 'Li Na' } }, ['C-2']],
    [{ filters: { source: 'Web' }, query: 'north' }, ['C-1']],
    [{ filters: { needs: 'Repairs' } }, ['C-1']],
    [{ overdue: true }, ['C-2', 'C-1']],
    [{ overdue: true, filters: { tier: 'A' } }, ['C-1']],
    [{ query: 'nobody' }, []],
  ])('%j', async (wanted, ids) => {
    const reply = await search(wanted)
    expect([reply.ids, reply.found, reply.of]).toEqual([ids, ids.length, 4])
  })

  test('tells what can be filtered by, and what there is to know in a list', async () => {
    const { choices, customers } = await search({ query: 'contoso' })
    expect(choices).toMatchObject({ tier: ['B', 'A'], source: ['Web', 'Visit'], lifecycleStage: [] })
    const told = { id: 'C-10', name: 'Contoso', tier: 'B', owner: 'Wang Wei', nextContact: iso(5), daysOverdue: 0 }
    expect(customers).toEqual([told])
  })
})
