import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BesideCustomers } from '../../addon/functions-form/beside-customers.ts'
import type { FunctionsSetup } from '../../addon/functions-form/functions-setup.ts'
import type { GivenCall } from '../../addon/functions-form/given-call.ts'
import type { TriedFunction } from '../../addon/functions-form/try-function.ts'
import type { SheetTable } from '../../local/sheet-table.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { runningWorkbench } from './running-workbench.ts'

let road: Awaited<ReturnType<typeof runningWorkbench>>

const DAY = 45_352 // 2024-03-01

/** Customer n has 2 n orders, the last of them on day 100 + n. */
const customers: SheetTable = {
  name: 'My customers',
  header: ['Name', 'Customer ID', 'City'],
  columns: ['text', 'text', 'text'],
  rows: ['Kim', 'Ada', 'Zoe', 'Bo', 'Li'].map((name, at) => [name, `C${at + 1}`, 'Wuhan']),
}
const orders: SheetTable = {
  name: 'Orders',
  header: ['Order ID', 'Customer ID', 'Order date', 'Amount'],
  columns: ['text', 'text', 'date', 'money'],
  rows: customers.rows.flatMap(([, id], at) =>
    Array.from({ length: 2 * (at + 1) }, (_, n) => [
      `${id}-${n}`,
      id as Cell,
      { date: DAY + 100 + at + 1 - 5 * n },
      10 * (at + 1),
    ]),
  ),
}
const scores: SheetTable = {
  name: 'Scores',
  header: ['Customer', 'Score', 'Late'],
  columns: ['text', 'number', 'number'],
  rows: [
    ['a', 90, 1],
    ['b', 70, 5],
    ['c', 10, 9],
  ],
}

const rfm: GivenCall = { name: 'TS_RFM', arguments: [2, 3, 4].map((column) => columnOf('Orders', column)) }
const lifecycle: GivenCall = { name: 'TS_LIFECYCLE', arguments: [2, 3].map((column) => columnOf('Orders', column)) }

function columnOf(sheet: string, column: number, columns = 1, fromRow = 1) {
  return { sheet, column, columns, fromRow }
}

beforeAll(async () => {
  const sheets = [customers, orders, scores]
  road = await runningWorkbench(async () => ({ name: 'Book', sheets, locale: 'en_US', timeZone: 'Etc/UTC' }))
})
afterAll(() => road?.close())

/** A column of a tab by its heading, beside the id of each row. */
async function besideIds(heading: string): Promise<Record<string, Cell>> {
  const [header = [], ...rows] = await road.table('My customers')
  const at = header.indexOf(heading)
  expect(at).toBeGreaterThan(0)
  return Object.fromEntries(rows.filter((row) => row[1] !== '').map((row) => [row[1], row[at] as Cell]))
}

describe('what the form knows', () => {
  test('is every tab with its headings, the selection, and the tab that is a customer file', async () => {
    await road.selectBlock('Orders', 1, 2, 5, 3)
    expect(await road.call<FunctionsSetup>('functionsSetup')).toEqual({
      tabs: [customers, orders, scores].map(({ name, header, rows }) => ({ name, header, lastRow: rows.length + 1 })),
      selection: { sheet: 'Orders', row: 1, column: 2, rows: 5, columns: 3 },
      customers: 'My customers',
    })
  })
})

describe('trying', () => {
  test('shows the first rows of a result and its size, and writes nothing', async () => {
    const before = await Promise.all([customers, orders, scores].map(({ name }) => road.table(name)))
    const tried = await road.call<TriedFunction>('tryFunction', rfm)
    expect(tried).toMatchObject({ rows: 6, columns: 10 })
    expect(tried.cells[0]?.slice(0, 5)).toEqual(['customer', 'last_order', 'recency', 'frequency', 'monetary'])
    expect(tried.cells[1]?.slice(0, 5)).toEqual(['C1', { date: '2024-06-10' }, 5, 2, 20])
    expect(await Promise.all([customers, orders, scores].map(({ name }) => road.table(name)))).toEqual(before)
  })

  test('takes typed values, lists, cells and days as a cell would', async () => {
    const call = (...typed: string[]) => ({
      name: 'TS_TIER',
      arguments: [columnOf('Scores', 2), ...typed.map((text) => ({ typed: text }))],
    })
    const tiers = async (...typed: string[]) =>
      (await road.call<TriedFunction>('tryFunction', call(...typed))).cells.flat()
    expect(await tiers('{60,80}', '{"low","mid","top"}')).toEqual(['tier', 'top', 'mid', 'low'])
    expect(await tiers('｛60，80｝')).toEqual(['tier', 'A', 'B', 'C'])
    expect(await tiers('Scores!B3', '{"no","yes"}')).toEqual(['tier', 'yes', 'yes', 'no'])
    const dated = { ...lifecycle, arguments: [...lifecycle.arguments, { typed: 'DATE(2024, 9, 15)' }] }
    const { cells } = await road.call<TriedFunction>('tryFunction', dated)
    expect(cells.slice(1).map((row) => row[2])).toEqual([97, 96, 95, 94, 93])
  })

  test("says what the function says of arguments that it can't take", async () => {
    const call = { name: 'TS_TIER', arguments: [columnOf('Scores', 2), { typed: '{80,60}' }] }
    await expect(road.call('tryFunction', call)).rejects.toThrow(
      'TS_TIER: thresholds has 60 after 80. Order them from lowest to highest, each once.',
    )
  })

  test('calls nothing but custom functions', async () => {
    await expect(road.call('tryFunction', { name: 'applyTiers', arguments: [] })).rejects.toThrow('applyTiers')
    await expect(road.call('tryFunction', { name: 'TS_NO_SUCH', arguments: [] })).rejects.toThrow('TS_NO_SUCH')
  })
})

describe('inserting', () => {
  test('puts the formula at the selected cell, where its result has room', async () => {
    await road.select('Scores', 20)
    expect(await road.call('insertFunction', lifecycle, 'selected')).toBe('Scores!A20')
    expect(await road.formula('Scores', 20, 1)).toBe('=TS_LIFECYCLE(Orders!B1:B1000, Orders!C1:C1000)')
    expect((await road.table('Scores')).slice(19).map((row) => row[0])).toEqual([
      'customer',
      'C1',
      'C2',
      'C3',
      'C4',
      'C5',
    ])
  })

  test('puts nothing over cells that are filled', async () => {
    const before = await road.table('My customers')
    await road.selectBlock('My customers', 5, 1)
    await expect(road.call('insertFunction', lifecycle, 'selected')).rejects.toThrow(
      'The result needs 6 rows and 5 columns of empty cells from A5 on, outside of what it reads. Select another cell, or choose a new tab.',
    )
    expect(await road.table('My customers')).toEqual(before)
  })

  test('puts nothing into the columns that the formula reads', async () => {
    await road.selectBlock('Orders', 60, 2)
    await expect(road.call('insertFunction', lifecycle, 'selected')).rejects.toThrow('from B60 on')
  })

  test('puts an answer a row beside the rows that it answers, in the first free column', async () => {
    const call = { name: 'TS_TIER', arguments: [columnOf('Scores', 2, 1, 1), { typed: '{60,80}' }] }
    const part = { ...call, arguments: [{ ...columnOf('Scores', 2), toRow: 4 }, { typed: '{60,80}' }] }
    expect(await road.call('insertFunction', part, 'beside')).toBe('Scores!F1')
    expect((await road.table('Scores')).slice(0, 4).map((row) => row[5])).toEqual(['tier', 'A', 'B', 'C'])
    expect(await road.formula('Scores', 1, 6)).toBe('=TS_TIER(B1:B4, {60,80})')
  })

  test('makes a new tab, and another where there is one of that name', async () => {
    expect(await road.call('insertFunction', rfm, 'newTab')).toBe('TS_RFM!A1')
    expect(await road.call('insertFunction', rfm, 'newTab')).toBe('TS_RFM 2!A1')
    expect((await road.table('TS_RFM 2')).map((row) => row[0])).toEqual(['customer', 'C1', 'C2', 'C3', 'C4', 'C5'])
  })
})

describe('beside my customers', () => {
  const frequencies = { C1: 2, C2: 4, C3: 6, C4: 8, C5: 10 }

  test('one formula in the row of headings gives each customer its own value', async () => {
    const reply = await road.call<BesideCustomers>('besideCustomers', rfm, 'My customers', 4)
    expect(reply).toEqual({ cell: 'My customers!D1', header: 'frequency', found: 5, customers: 5 })
    expect(await besideIds('frequency')).toEqual(frequencies)
  })

  test('each keeps its own when the tab is sorted', async () => {
    await road.sort('My customers', 'Name')
    expect((await road.table('My customers')).map((row) => row[0])).toEqual(['Name', 'Ada', 'Bo', 'Kim', 'Li', 'Zoe'])
    expect(await besideIds('frequency')).toEqual(frequencies)
  })

  test('and when rows are inserted, the first under the headings among them', async () => {
    await road.insertRows('My customers', 2, 1)
    await road.insertRows('My customers', 5, 2)
    await road.type('My customers', 2, 2, 'C9')
    expect(await besideIds('frequency')).toEqual({ ...frequencies, C9: '' })
    expect((await road.table('My customers'))[0]).toEqual(['Name', 'Customer ID', 'City', 'frequency'])
  })

  test('follows orders that come later, and customers that are added below', async () => {
    await road.append('Orders', ['x', 'C1', { date: DAY }, 5])
    await road.append('Orders', ['y', 'C9', { date: DAY }, 5])
    await road.append('My customers', ['Mo', 'C1', ''])
    expect(await besideIds('frequency')).toEqual({ ...frequencies, C1: 3, C9: 1 })
  })

  test('another column stands beside it; the same one is made anew in its place', async () => {
    const day = await road.call<BesideCustomers>('besideCustomers', rfm, 'My customers', 2)
    expect(day).toMatchObject({ cell: 'My customers!E1', header: 'last_order' })
    expect((await besideIds('last_order')).C5).toEqual({ date: DAY + 105 })
    const again = await road.call<BesideCustomers>('besideCustomers', rfm, 'My customers', 4)
    expect(again).toEqual({ cell: 'My customers!D1', header: 'frequency', found: 7, customers: 7 })
    expect((await road.table('My customers'))[0]).toEqual(['Name', 'Customer ID', 'City', 'frequency', 'last_order'])
  })

  test('is refused where a lookup would take one customer for another', async () => {
    await road.append('Orders', ['z', 'c1', { date: DAY }, 5])
    await expect(road.call('besideCustomers', rfm, 'My customers', 4)).rejects.toThrow(
      'A lookup cannot tell customer "C1" from "c1". Write one of them as the other if they are the same, or rename one.',
    )
  })

  test('no script failed on the way', () =>
    expect(road.errors.filter((text) => !/TS_|lookup|result needs/.test(text))).toEqual([]))
})
