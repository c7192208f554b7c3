import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CustomerFileSetup } from '../../addon/customer-file/customer-file-setup.ts'
import type { RowsPage } from '../../addon/customer-file/read-pages.ts'
import type { ActionPage } from '../../addon/customer-file/run-action.ts'
import type { FileChange } from '../../core/customer-file/file-change.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from './sheet-harness.ts'

const day = (date: number): Cell => ({ date })
const header = ['Customer ID', 'Name', 'E-mail', 'Phone', 'City', 'Created', 'Score', 'Rank']
const people: Cell[][] = [
  ['C1', 'Ann', 'ann@x.com', '020 7946 0958', 'Rome', day(45_000), 90, 3],
  ['C2', 'Bo', '', '', 'Oslo', '', '', 7],
  ['C3', 'Cy', 'cy@x.com', '', '', day(45_010), 50, ''],
]
const orders: Cell[][] = [
  ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  ['O1', 'C1', day(45_100), 10],
  ['O2', 'C2', day(45_101), 20],
  ['O2', 'C2', day(45_102), 25],
  ['', 'C2', day(45_103), 30],
  ['O5', 'Bo', day(45_104), 35],
]
const open = (more: Record<string, Cell[][]> = {}) =>
  sheetHarness({ tabs: { Customers: [header, ...people], ...more } })
const changes: FileChange[] = [
  { id: 'C1', key: 'city', before: 'Rome', after: 'Bonn' },
  { id: 'C2', key: 'created', before: '', after: '2023-03-17' },
  { id: 'C2', key: 'column:Rank', before: 7, after: 8 },
  { id: 'C3', key: 'column:Fax', before: '', after: '007' },
  { id: 'C4', after: { customer: '=1+1', created: '2023-03-18', score: 12, 'column:Fax': '+49 30' } },
]
const record = ({ call }: SheetHarness, id: string, given = changes) => call('recordImport', id, 'new.csv', 0, given)
const make = ({ call }: SheetHarness, id: string) => call<ActionPage>('makeFileAction', id)
const undo = ({ call }: SheetHarness, id: string) => call<ActionPage>('undoFileAction', id)
const state = async ({ call }: SheetHarness) =>
  (await call<CustomerFileSetup>('customerFileSetup')).actions.map((action) => action.state)
const customers = ({ table }: SheetHarness) => table('Customers')

describe('an import', () => {
  test('is written ahead whole, then into the customers, then can be taken back to the last cell', async () => {
    const book = await open()
    const id = randomUUID()
    await record(book, id)
    expect(customers(book)).toEqual([header, ...people])
    expect(
      book
        .table('Change history')
        .slice(1)
        .map((row) => row.slice(3)),
    ).toEqual([
      [id, 'C1', 'city', 'Rome', 'Bonn'],
      [id, 'C2', 'created', '', '2023-03-17'],
      [id, 'C2', 'column:Rank', '7', '8'],
      [id, 'C3', 'column:Fax', '', '007'],
      [
        id,
        'C4',
        '',
        '',
        JSON.stringify({ customer: '=1+1', created: '2023-03-18', score: 12, 'column:Fax': '+49 30' }),
      ],
    ])
    expect(await make(book, id)).toEqual({ done: 5, total: 5, next: null, changed: 4, added: 1, removed: 0, left: [] })
    const after: Cell[][] = [
      [...header, 'Fax'],
      ['C1', 'Ann', 'ann@x.com', '020 7946 0958', 'Bonn', day(45_000), 90, 3, ''],
      ['C2', 'Bo', '', '', 'Oslo', day(45_002), '', 8, ''],
      ['C3', 'Cy', 'cy@x.com', '', '', day(45_010), 50, '', '007'],
      ['C4', '=1+1', '', '', '', day(45_003), 12, '', '+49 30'],
    ]
    expect(customers(book)).toEqual(after)
    expect(await state(book)).toEqual(['made'])
    await make(book, id)
    expect(customers(book)).toEqual(after)
    expect(await undo(book, id)).toMatchObject({ next: null, changed: 4, removed: 1, left: [] })
    expect(customers(book)).toEqual([[...header, 'Fax'], ...people.map((row) => [...row, ''])])
    expect(await state(book)).toEqual(['undone'])
    await undo(book, id)
    expect(customers(book)).toEqual([[...header, 'Fax'], ...people.map((row) => [...row, ''])])
  })

  test('that is sent twice is written once, also where somebody sorted between the two', async () => {
    const book = await open()
    const id = randomUUID()
    await record(book, id)
    await record(book, id)
    expect(book.table('Change history')).toHaveLength(1 + changes.length)
    book.sort('Customers', 'Name', { descending: true })
    await make(book, id)
    expect(book.column('Customers', 'City')).toEqual(['', 'Oslo', 'Bonn', ''])
  })

  test('that is killed at any write is shown as interrupted, and finished or taken back', async () => {
    const whole = await open()
    const wholeId = randomUUID()
    await record(whole, wholeId)
    await make(whole, wholeId)
    for (const [writes, ends] of [
      [1, 'finish'],
      [3, 'finish'],
      [5, 'undo'],
      [7, 'finish'],
      [8, 'undo'],
    ] as const) {
      const book = await open()
      const id = randomUUID()
      await record(book, id)
      book.killAfter(writes)
      await make(book, id).catch(() => undefined)
      book.revive()
      if (ends === 'finish') await make(book, id)
      else await undo(book, id)
      const expected = ends === 'finish' ? customers(whole) : people
      const rows = customers(book).slice(ends === 'finish' ? 0 : 1)
      expect(rows.map((row) => row.slice(0, 9).filter((_, at) => at < (expected[0]?.length ?? 0)))).toEqual(expected)
    }
  })

  test('that was never begun can be dropped', async () => {
    const book = await open()
    const id = randomUUID()
    await record(book, id)
    await book.call('dropFileAction', id)
    expect(await state(book)).toEqual(['dropped'])
    await make(book, id)
    expect(customers(book)).toEqual([header, ...people])
  })

  test('taken back leaves what a person changed since, and says so', async () => {
    const book = await open()
    const id = randomUUID()
    await record(book, id)
    await make(book, id)
    book.type('Customers', 2, 5, 'Paris')
    book.type('Customers', 5, 5, 'Kyiv')
    book.type('Customers', 4, 7, 51)
    const { left, removed } = await undo(book, id)
    expect(left).toEqual([
      { id: 'C4', key: '', why: 'changed' },
      { id: 'C1', key: 'city', why: 'changed' },
    ])
    expect(removed).toBe(0)
    expect(book.column('Customers', 'City')).toEqual(['Paris', 'Oslo', '', 'Kyiv'])
  })

  test('taken back removes customers whom Tiersheet itself filled in since', async () => {
    const fields = ['Completeness', 'Last contact', 'Next contact', 'Latest NPS', 'Life-cycle stage', 'Value class']
    const filled = [0.5, day(45_050), day(45_090), 9, 'New', 'High', 'Advice']
    const blank = filled.map(() => '')
    const top = [...header, ...fields, 'Needs class']
    const book = await sheetHarness({ tabs: { Customers: [top, ...people.map((row) => [...row, ...blank])] } })
    const id = randomUUID()
    await record(book, id, [{ id: 'C4', after: { customer: 'Di' } }])
    await make(book, id)
    filled.forEach((value, at) => {
      book.type('Customers', 5, header.length + at + 1, value)
    })
    book.type('Customers', 5, 7, 80)
    expect(await undo(book, id)).toMatchObject({ removed: 1, left: [] })
    expect(book.column('Customers', 'Customer ID')).toEqual(['C1', 'C2', 'C3'])
  })

  test('does not write over formulas, and says which', async () => {
    const book = await open()
    book.type('Customers', 3, 5, '=A1')
    const id = randomUUID()
    await record(book, id)
    await expect(make(book, id)).rejects.toThrow('Row 3 of the column "City" holds a formula')
    expect(book.column('Customers', 'City')).toEqual(['Rome', '=A1', ''])
  })

  test('makes the customer tab where there is none', async () => {
    const book = await sheetHarness({ tabs: { Sheet1: [['a', 'b']] } })
    const id = randomUUID()
    await record(book, id, [{ id: 'C1', after: { customer: 'Ann', city: 'Rome' } }])
    await make(book, id)
    expect(book.column('Customers', 'Name')).toEqual(['Ann'])
  })

  test('of 12,000 changes goes by pages and reads and writes each tab once a page', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at): Cell[] => [`C${at}`, `N${at}`, '', '', 'Rome', '', '', ''])
    const book = await sheetHarness({ tabs: { Customers: [header, ...rows] } })
    const id = randomUUID()
    const all: FileChange[] = [
      ...rows.map((_, at): FileChange => ({ id: `C${at}`, key: 'city', before: 'Rome', after: 'Bonn' })),
      ...rows.map((_, at): FileChange => ({ id: `D${at}`, after: { customer: `M${at}` } })),
    ]
    for (let from = 0; from < all.length; from += 6_000) {
      await book.call('recordImport', id, 'new.csv', from, all.slice(from, from + 6_000))
    }
    const pages: number[] = []
    for (let next: number | null = 0; next !== null; ) {
      book.operations()
      const page: ActionPage = await make(book, id)
      const { setValues = 0 } = book.operations()
      expect(setValues).toBeLessThanOrEqual(2)
      pages.push(page.done)
      next = page.next
    }
    expect(pages).toEqual([10_000, 12_000])
    expect(new Set(book.column('Customers', 'City').slice(0, 6_000))).toEqual(new Set(['Bonn']))
    expect(book.table('Customers')).toHaveLength(12_001)
    const back = await undo(book, id)
    expect(back).toMatchObject({ next: null, removed: 6_000, changed: 6_000 })
    expect(book.table('Customers')).toEqual([header, ...rows])
  })
})

describe('reading', () => {
  test('pages give dates as days, and tell when rows changed places', async () => {
    const book = await open()
    const { customers } = await book.call<CustomerFileSetup>('customerFileSetup')
    expect(customers?.columns.map(({ key, type }) => `${key} ${type ?? 'own'}`)).toEqual([
      ...['customerId text', 'customer text', 'email text', 'phone text', 'city text', 'created date'],
      ...['score number', 'column:Rank own'],
    ])
    const page = await book.call<RowsPage>('customerFilePage', 0, ['customerId', 'created'])
    expect(page).toMatchObject({
      done: 3,
      total: 3,
      next: null,
      rows: [
        ['C1', '2023-03-15'],
        ['C2', ''],
        ['C3', '2023-03-25'],
      ],
    })
    book.sort('Customers', 'Name', { descending: true })
    expect((await book.call<RowsPage>('customerFilePage', 0, ['customerId'])).order).not.toBe(page.order)
  })

  test('columns are found where they stand now, not where they stood when the form was opened', async () => {
    const book = await open()
    const { customers } = await book.call<CustomerFileSetup>('customerFileSetup')
    const keys = customers?.columns.map(({ key }) => key)
    const { rows } = await book.call<RowsPage>('customerFilePage', 0, keys)
    book.moveColumn('Customers', 'Customer ID', 9)
    book.moveColumn('Customers', 'Rank', 1)
    expect((await book.call<RowsPage>('customerFilePage', 0, keys)).rows).toEqual(rows)
    book.deleteColumn('Customers', 'Rank')
    await expect(book.call('customerFilePage', 0, keys)).rejects.toThrow('"Rank"')
  })

  test('a tab of the person’s own is given whole', async () => {
    const book = await open({
      Fair: [
        ['Name', 'Met on'],
        ['Di', day(45_200)],
      ],
    })
    const { sources } = await book.call<CustomerFileSetup>('customerFileSetup')
    expect(sources).toEqual([{ name: 'Fair', header: ['Name', 'Met on'], rows: 1, fits: false }])
    expect((await book.call<RowsPage>('importSourcePage', 'Fair', 0)).rows).toEqual([['Di', '2023-10-01']])
  })
})

test.each([
  ['en', ['Account Name', 'Email', 'Phone', 'Billing City'], ['Order ID', 'Customer ID', 'Order date', 'Amount']],
  ['zh-CN', ['客户名称', '邮箱', '电话', '城市'], ['订单编号', '客户编号', '下单日期', '金额']],
] as const)('a tab that looks like customers is proposed first, in %s', async (language, crm, sold) => {
  const tabs = { Start: [['Welcome'], ['Hello']], Customers: [header, ...people], Sold: [[...sold]], CRM: [[...crm]] }
  const book = await sheetHarness({ tabs, language })
  const { sources } = await book.call<CustomerFileSetup>('customerFileSetup')
  expect(sources.map(({ name, fits }) => [name, fits])).toEqual([
    ['CRM', true],
    ['Start', false],
    ['Sold', false],
  ])
})

describe('a merge', () => {
  const merge = { id: 'm1', keep: 'C1', gone: 'C2', fromGone: ['city', 'column:Rank'] }

  test('keeps both rows in history, moves what named the one that goes, and can be taken back', async () => {
    const book = await open({ Orders: orders })
    await book.call('mergeCustomers', merge)
    expect(customers(book)).toEqual([
      header,
      ['C1', 'Ann', 'ann@x.com', '020 7946 0958', 'Oslo', day(45_000), 90, 7],
      people[2],
    ])
    expect(book.column('Orders', 'Customer ID')).toEqual(['C1', 'C1', 'C1', 'C1', 'C1'])
    const history = book.table('Change history').slice(1)
    expect(history.map((row) => [row[4], row[5]]).slice(0, 2)).toEqual([
      ['C1', ''],
      ['C2', ''],
    ])
    expect(JSON.parse(String(history[1]?.[6]))).toEqual({ customer: 'Bo', city: 'Oslo', 'column:Rank': 7 })
    expect(JSON.parse(String(history[0]?.[6]))).toMatchObject({ city: 'Rome', 'column:Rank': 3 })
    await book.call('mergeCustomers', merge)
    expect(customers(book)).toHaveLength(3)
    await undo(book, 'm1')
    expect(customers(book)).toEqual([header, people[0], people[2], people[1]])
    expect(book.table('Orders')).toEqual(orders)
  })

  test('keeps days with a time of day as such, also on days that are an hour longer or shorter', async () => {
    for (const times of [
      [45_011.25, 45_228.75],
      [45_228 + 2.5 / 24, 45_010.25],
    ]) {
      const [one, other] = times.map((time) => day(Math.round(time * 86_400) / 86_400))
      const rows: Cell[][] = [
        ['Customer ID', 'Name', 'Created', 'Seen'],
        ['C1', 'Ann', one as Cell, other as Cell],
        ['C2', 'Bo', other as Cell, one as Cell],
        ['C3', 'Cy', one as Cell, one as Cell],
      ]
      const book = await sheetHarness({ tabs: { Customers: rows }, timeZone: 'Europe/Berlin' })
      const seconds = (cell: Cell | undefined) =>
        typeof cell === 'object' && 'date' in cell ? Math.round(cell.date * 86_400) : cell
      const found = () => customers(book).map((row) => row.map(seconds))
      const [top, ann, bo, cy] = found()
      await book.call('mergeCustomers', { id: 'm1', keep: 'C1', gone: 'C2', fromGone: ['created', 'column:Seen'] })
      expect(found()).toEqual([top, ['C1', 'Ann', bo?.[2], bo?.[3]], cy])
      await undo(book, 'm1')
      expect(found()).toEqual([top, ann, cy, bo])
    }
  })

  test('keeps ids that are numbers, and touches only the rows that change', async () => {
    const rows: Cell[][] = [
      ['Customer ID', 'Name'],
      [17_850, 'Ann'],
      [12_347, 'Bo'],
      [12_348, 'Cy'],
    ]
    const lines: Cell[][] = [
      ['Order ID', 'Customer ID', 'Order date', 'Amount'],
      ...[12_347, 12_348, 12_347, 'Bo', 17_850].map((id, at): Cell[] => [`O${at}`, id, day(45_100 + at), 10]),
    ]
    const book = await sheetHarness({ tabs: { Customers: rows, Orders: lines } })
    await book.call('mergeCustomers', { id: 'm1', keep: '17850', gone: '12347', fromGone: [] })
    expect(book.column('Orders', 'Customer ID')).toEqual([17_850, 12_348, 17_850, 17_850, 17_850])
    expect(book.formats('Orders', 'Customer ID')).toEqual(Array(5).fill('General'))
    await undo(book, 'm1')
    expect(book.table('Orders')).toEqual(lines)
    expect(book.column('Customers', 'Customer ID')).toEqual([17_850, 12_348, 12_347])
  })

  test('knows customers by ids that Sheets took for days', async () => {
    const rows: Cell[][] = [
      ['Customer ID', 'Name'],
      [day(45_000), 'Ann'],
      [day(45_001), 'Bo'],
    ]
    const lines: Cell[][] = [
      ['Order ID', 'Customer ID', 'Order date', 'Amount'],
      ['O1', day(45_001), day(45_100), 10],
    ]
    const book = await sheetHarness({ tabs: { Customers: rows, Orders: lines }, timeZone: 'Asia/Shanghai' })
    await book.call('mergeCustomers', { id: 'm1', keep: '2023-03-15', gone: '2023-03-16', fromGone: [] })
    expect(book.column('Orders', 'Customer ID')).toEqual([day(45_000)])
    expect(book.column('Customers', 'Name')).toEqual(['Ann'])
    await undo(book, 'm1')
    expect(book.column('Orders', 'Customer ID')).toEqual(['2023-03-16'])
    expect(book.column('Customers', 'Customer ID')).toEqual([day(45_000), '2023-03-16'])
  })

  test('is refused before anything is written where formulas fill the customers of the orders', async () => {
    const book = await open({ Orders: orders })
    book.type('Orders', 6, 2, '=A1')
    await expect(book.call('mergeCustomers', merge)).rejects.toThrow(
      'Row 6 of the column "Customer ID" holds a formula',
    )
    expect(customers(book)).toEqual([header, ...people])
    expect(await state(book)).toEqual([])
  })

  test('that is killed half way goes on when it is sent again', async () => {
    for (const writes of [3, 5, 6, 7, 8]) {
      const book = await open({ Orders: orders })
      await book.call('customerFileSetup')
      book.killAfter(writes)
      await book.call('mergeCustomers', merge).catch(() => undefined)
      book.revive()
      await book.call('mergeCustomers', merge)
      expect(book.column('Customers', 'City')).toEqual(['Oslo', ''])
      expect(book.column('Orders', 'Customer ID')).toEqual(['C1', 'C1', 'C1', 'C1', 'C1'])
    }
  })

  test('of two proposals of an open round keeps that of the one that stays; taken back, both are there', async () => {
    const round = ['Round', 'Standard', 'Version', 'As of', 'Status']
    const proposal = [
      'Round',
      'Customer ID',
      'Current tier',
      'Proposed tier',
      'Score',
      'Exception',
      'Reason',
      'Seen by',
    ]
    const proposals: Cell[][] = [
      ['Q1', 'C1', 'B', 'A', 80, '', '', ''],
      ['Q1', 'C2', 'B', 'A', 80, '', '', ''],
      ['Q2', 'C2', 'B', 'C', 20, 'B', 'a friend', 'Ann'],
      ['Q2', 'C1', 'B', 'A', 90, '', '', 'Ben'],
      ['Q3', 'C2', 'B', 'A', 70, '', '', ''],
    ]
    const book = await open({
      'Evaluation rounds': [
        round,
        ['Q1', 'Main', 1, day(45_000), 'published'],
        ['Q2', 'Main', 1, day(45_100), 'proposed'],
        ['Q3', 'Main', 1, day(45_200), 'approved'],
      ],
      'Round proposals': [proposal, ...proposals],
    })
    const found = () => book.table('Round proposals').slice(1)
    await book.call('mergeCustomers', merge)
    await book.call('mergeCustomers', merge)
    expect(found()).toEqual([
      proposals[0],
      ['Q1', 'C1', 'B', 'A', 80, '', '', ''],
      proposals[3],
      ['Q3', 'C1', 'B', 'A', 70, '', '', ''],
    ])
    await undo(book, 'm1')
    expect(found().map(String).sort()).toEqual(proposals.map(String).sort())
  })

  test('of a customer that is gone is refused', async () => {
    const book = await open()
    await expect(book.call('mergeCustomers', { ...merge, gone: 'C9' })).rejects.toThrow('Customer C9 is not in the tab')
  })

  test('what is no duplicate is remembered', async () => {
    const book = await open()
    await book.call('keepCustomersApart', 'C1', 'C2')
    await book.call('keepCustomersApart', 'C1', 'C3')
    expect((await book.call<CustomerFileSetup>('customerFileSetup')).apart).toEqual([
      ['C1', 'C2'],
      ['C1', 'C3'],
    ])
  })
})
