import { describe, expect, test } from 'vitest'
import type { SetUp, SetUpDone, TabChoice } from '../../addon/set-up/set-up.ts'
import { exportedHeaders } from '../core/tabs/exported-headers.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const zoho = exportedHeaders.find(({ name }) => name === 'Zoho CRM accounts')!
const fxiaoke = exportedHeaders.find(({ name }) => name === 'Fxiaoke 客户')!

const begin = (sheet: SheetHarness) => sheet.call<SetUp>('setUp')
const save = (sheet: SheetHarness, choices: TabChoice[]) => sheet.call<SetUpDone>('saveSetUp', choices)
const choiceOf = ({ choices }: SetUp, kind: string) => choices.find((choice) => choice.kind === kind)!

async function setUp(sheet: SheetHarness): Promise<SetUp> {
  await save(sheet, (await begin(sheet)).choices)
  return begin(sheet)
}

/** Which header each field of a tab is bound to. */
function bound({ sheets, choices }: SetUp, kind: string): Record<string, string> {
  const { sheet, columns } = choiceOf({ sheets, choices }, kind)
  const header = sheets.find(({ name }) => name === sheet)?.header ?? []
  return Object.fromEntries(Object.entries(columns).map(([field, position]) => [field, header[position] ?? '']))
}

describe('Set up', () => {
  test('in an empty spreadsheet offers to make the customer tab, and makes the tabs that are wanted', async () => {
    const sheet = await sheetHarness()
    const begun = await begin(sheet)
    expect(choiceOf(begun, 'customers')).toEqual({ kind: 'customers', sheet: '', make: true, columns: {} })
    const choices = begun.choices.map((choice) => ({ ...choice, make: choice.kind !== 'staff' }))
    const { made } = await save(sheet, choices)
    expect(made).toEqual(['Customers', 'Orders', 'Interactions', 'Opportunities'])
    expect(sheet.tabNames()).toEqual(['Sheet1', ...made])
    expect(sheet.table('Orders')[0]?.slice(0, 4)).toEqual(['Order ID', 'Customer ID', 'Order date', 'Amount'])
    expect(choiceOf(await begin(sheet), 'orders')).toMatchObject({ sheet: 'Orders', make: false })
    expect(await save(sheet, (await begin(sheet)).choices)).toEqual({ made: [], numbered: 0 })
  })

  test.each([zoho, fxiaoke])('takes an export of $name without a hand’s work', async ({ header, expected }) => {
    const row = header.map((name) => `${name} 1`)
    const sheet = await sheetHarness({ tabs: { Export: [[...header], row] } })
    expect(bound(await setUp(sheet), 'customers')).toEqual(expected)
    expect(sheet.table('Export')).toEqual([[...header], row])
  })

  test('a column that was mapped by hand stays mapped through all that is done to the tab', async () => {
    const sheet = await sheetHarness({
      tabs: {
        Clients: [
          ['No.', 'Client', 'Town', 'Rep', 'Kind'],
          ['7', 'Acme', 'Bath', 'Ann', 'Key'],
        ],
      },
    })
    const begun = await begin(sheet)
    const mine = {
      kind: 'customers' as const,
      sheet: 'Clients',
      make: false,
      columns: { customerId: 0, customer: 1, city: 2, owner: 3, tier: 4 },
    }
    await save(
      sheet,
      begun.choices.map((choice) => (choice.kind === 'customers' ? mine : choice)),
    )
    sheet.insertColumn('Clients', 1)
    sheet.moveColumn('Clients', 'Rep', 2)
    sheet.renameHeader('Clients', 'Client', 'Who')
    sheet.renameTab('Clients', 'People')
    const expected = { customerId: 'No.', customer: 'Who', city: 'Town', owner: 'Rep', tier: 'Kind' }
    expect(bound(await begin(sheet), 'customers')).toEqual(expected)
    sheet.duplicateTab('People')
    expect(choiceOf(await begin(sheet), 'customers').sheet).toBe('People')
    const copy = await sheet.copySpreadsheet()
    expect(bound(await begin(copy), 'customers')).toEqual(expected)
  })

  test('customers without ids can be numbered; blank rows get none', async () => {
    const sheet = await sheetHarness({
      tabs: {
        Clients: [
          ['Client', 'Phone', 'Owner', 'City'],
          ['Acme', '1', 'Ann', 'Bath'],
          ['', '', '', ''],
          ['Bolt', '2', 'Bob', 'York'],
        ],
      },
    })
    const { choices } = await begin(sheet)
    const customers = choices.find(({ kind }) => kind === 'customers')!
    expect(customers.sheet).toBe('Clients')
    await expect(save(sheet, choices)).rejects.toThrow('Customer ID')
    const numbered = choices.map((choice) =>
      choice.kind === 'customers' ? { ...choice, columns: { ...choice.columns, customerId: -1 } } : choice,
    )
    expect((await save(sheet, numbered)).numbered).toBe(2)
    expect(sheet.column('Clients', 'Customer ID')).toEqual(['C0001', '', 'C0002'])
  })

  test.each<[string, Partial<TabChoice>, string]>([
    ['a field that the tab cannot do without', { columns: { customer: 1 } }, 'Customer ID'],
    [
      'one column for two fields',
      { columns: { customerId: 0, customer: 0 } },
      'Column "ID" is chosen for Customer ID and for Name.',
    ],
    ['a column that is not there', { columns: { customerId: 9 } }, 'Customer ID'],
    ['a tab that is gone', { sheet: 'Nowhere' }, 'There is no tab "Nowhere"'],
  ])('%s is named, and nothing is marked', async (_, wrong, sentence) => {
    const sheet = await sheetHarness({
      tabs: {
        Mine: [
          ['ID', 'What'],
          ['1', 'x'],
        ],
      },
    })
    const { choices } = await begin(sheet)
    const given = choices.map((choice) =>
      choice.kind === 'customers' ? { ...choice, sheet: 'Mine', make: false, ...wrong } : { ...choice, make: true },
    )
    await expect(save(sheet, given)).rejects.toThrow(sentence)
    expect(sheet.tabNames()).toEqual(['Mine'])
    expect(choiceOf(await begin(sheet), 'customers').sheet).toBe('')
  })

  test('a column or tab that the team refused stays refused, whatever its header looks like', async () => {
    const tabs = {
      Clients: [['Client ID', 'Client', 'City', 'Tier']],
      Sold: [['Client ID', 'Date', 'Total', 'Invoice']],
    }
    const sheet = await sheetHarness({ tabs: tabs as never })
    const begun = await begin(sheet)
    expect([choiceOf(begun, 'customers').columns.tier, choiceOf(begun, 'orders').sheet]).toEqual([3, 'Sold'])
    const refused = begun.choices.map((choice) => {
      if (choice.kind === 'orders') return { ...choice, sheet: '', columns: {} }
      const { tier: _, ...columns } = choice.columns
      return { ...choice, columns }
    })
    await save(sheet, refused)
    const again = await begin(sheet)
    expect(choiceOf(again, 'customers').columns).toEqual({ customerId: 0, customer: 1, city: 2 })
    expect(choiceOf(again, 'orders').sheet).toBe('')
    await save(sheet, begun.choices)
    expect((await begin(sheet)).choices).toEqual(begun.choices)
  })

  test('a tab that was taken for another kind is of one kind only once it is corrected', async () => {
    const sheet = await sheetHarness({ tabs: { Log: [['Client ID', 'Date', 'Amount', 'Notes']] } })
    const { choices } = await begin(sheet)
    expect(choiceOf({ sheets: [], choices }, 'orders').sheet).toBe('Log')
    await save(sheet, choices)
    const corrected = choices.map((choice) => {
      if (choice.kind === 'interactions')
        return { ...choice, sheet: 'Log', columns: { customerId: 0, contactDate: 1, outcome: 3 } }
      return choice.kind === 'orders' ? { ...choice, sheet: '', columns: {} } : choice
    })
    await save(sheet, corrected)
    const { choices: now } = await begin(sheet)
    expect(now.filter(({ sheet: name }) => name === 'Log').map(({ kind, columns }) => [kind, columns])).toEqual([
      ['interactions', { customerId: 0, contactDate: 1, outcome: 3 }],
    ])
  })

  test('in Chinese, tabs and headers are Chinese', async () => {
    const sheet = await sheetHarness({ language: 'zh-CN' })
    await setUp(sheet)
    expect(sheet.table('客户')[0]?.slice(0, 3)).toEqual(['客户编号', '客户名称', '客户类型'])
  })
})
