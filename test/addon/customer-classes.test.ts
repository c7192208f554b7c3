import { expect, test } from 'vitest'
import type { Classification } from '../../addon/customer-page/classify-customers.ts'
import type { Cell } from '../../local/workbench/workbook.ts'
import { sheetHarness } from './sheet-harness.ts'

const serialToday = Math.floor(Date.now() / 86_400_000) + 25_569
const day = (from: number): Cell => ({ date: serialToday + from })

const TABS: Record<string, Cell[][]> = {
  Customers: [
    ['Customer ID', 'Name', 'Tier', 'Needs class'],
    ['a', 'A', 'Gold', ''],
    ['b', 'B', '', 'Repairs'],
    ['', '', '', ''],
    ['c', 'C', 'Basic', ''],
  ],
  Orders: [
    ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product'],
    ['1', 'a', day(-300), 60, 'Lamp'],
    ['2', 'a', day(-10), 20, 'Chair'],
    ['3', 'b', day(-250), 15, 'Chair'],
  ],
}

test('counts every combination, then writes three columns once and the same again', async () => {
  const sheets = await sheetHarness({ tabs: structuredClone(TABS) })
  const counted = await sheets.call<Classification>('customerClasses', 'abc')
  expect(counted).toMatchObject({ customers: 3, overwritten: [] })
  expect(counted.counts).toEqual([
    { stage: 'Reactivated', value: 'A', need: 'Lamp', customers: 1 },
    { stage: 'Lost', value: 'B', need: 'Repairs', customers: 1 },
    { stage: 'No orders', value: '', need: '', customers: 1 },
  ])
  expect(await sheets.call('writeCustomerClasses', 'abc')).toEqual({ sheet: 'Customers', customers: 3 })
  const written = sheets.table('Customers')
  expect(written.map((row) => row.slice(2))).toEqual([
    ['Tier', 'Needs class', 'Life-cycle stage', 'Value class'],
    ['Gold', 'Lamp', 'Reactivated', 'A'],
    ['', 'Repairs', 'Lost', 'B'],
    ['', '', '', ''],
    ['Basic', '', 'No orders', ''],
  ])
  sheets.operations()
  await sheets.call('writeCustomerClasses', 'abc')
  expect(sheets.table('Customers')).toEqual(written)
  expect(sheets.operations().setValues).toBe(1)
  expect(await sheets.call('customerClasses', 'abc')).toMatchObject({ overwritten: [] })
})

test('value can be the tier; words are those of the person', async () => {
  const sheets = await sheetHarness({ tabs: structuredClone(TABS), language: 'zh-CN' })
  await sheets.call('writeCustomerClasses', 'tier')
  expect(sheets.column('Customers', '价值分类')).toEqual(['Gold', '', '', 'Basic'])
  expect(sheets.column('Customers', '生命周期阶段')).toEqual(['重新激活', '已流失', '', '无订单'])
})

test("another system's stages are pointed out before they are overwritten", async () => {
  const tabs = structuredClone(TABS)
  tabs.Customers!.forEach((row, i) => {
    row.push(['Lifecycle Stage', 'lead', 'Lost', '', 'customer'][i] as string)
  })
  const sheets = await sheetHarness({ tabs })
  const { overwritten } = await sheets.call<Classification>('customerClasses', 'abc')
  expect(overwritten).toEqual([{ header: 'Lifecycle Stage', cells: 2 }])
})

test('an order that cannot be read is named, and nothing is written', async () => {
  const tabs = structuredClone(TABS)
  tabs.Orders![2]![2] = 'soon'
  const sheets = await sheetHarness({ tabs })
  await expect(sheets.call('writeCustomerClasses', 'abc')).rejects.toThrow('"soon" in row 3 of Orders, Order date')
  expect(sheets.table('Customers')[0]).toHaveLength(4)
})

test('a column that holds formulas is not written over, and nothing else is written', async () => {
  const tabs = structuredClone(TABS)
  tabs.Customers!.forEach((row, i) => {
    row.push(['Life-cycle stage', '', '', '', '=TS_LIFECYCLE(A5)'][i] as string)
  })
  const sheets = await sheetHarness({ tabs })
  await expect(sheets.call('writeCustomerClasses', 'abc')).rejects.toThrow(
    'Row 5 of the column "Life-cycle stage" holds a formula',
  )
  expect(sheets.table('Customers')).toEqual(tabs.Customers)
  sheets.type('Customers', 5, 5, '')
  await sheets.call('writeCustomerClasses', 'abc')
  expect(sheets.column('Customers', 'Life-cycle stage')).toEqual(['Reactivated', 'Lost', '', 'No orders'])
})
