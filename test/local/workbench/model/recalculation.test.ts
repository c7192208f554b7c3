import { afterEach, expect, it } from 'vitest'
import type { Cell, FunctionArgument } from '../../../../local/workbench/workbook.ts'
import { openWorkbook } from './open-workbook.ts'

const orders = 20_000
const customers = 4_338

/** Customer, last order, number of orders and amount, in order of first appearance. */
function rfm(ids: FunctionArgument, dates: FunctionArgument, amounts: FunctionArgument): Cell[][] {
  const found = new Map<Cell, { last: number; orders: number; amount: number }>()
  for (const [index, [id]] of (ids as Cell[][]).entries()) {
    const date = (dates as { date: number }[][])[index]?.[0]?.date ?? 0
    const old = found.get(id as Cell) ?? { last: 0, orders: 0, amount: 0 }
    const amount = old.amount + ((amounts as number[][])[index]?.[0] ?? 0)
    found.set(id as Cell, { last: Math.max(old.last, date), orders: old.orders + 1, amount })
  }
  return [...found].map(([id, { last, orders, amount }]) => [id, { date: last }, orders, amount])
}

let opened: ReturnType<typeof openWorkbook> | undefined
afterEach(() => opened?.model.dispose())

it('recalculates a table over 20,000 orders after one edit, with what reads it', async () => {
  opened = openWorkbook({ TS_RFM: rfm })
  const { set, get, call, asked } = opened
  const rows = Array.from({ length: orders }, (_, i) => [`C${i % customers}`, { date: 45_000 + (i % 700) }, i % 1000])
  await call('insertRows', { sheetId: 'sheet-1', before: 1001, rows: orders + 1 - 1000 })
  await set(1, 1, [['customer', 'date', 'amount'], ...rows])
  await set(1, 1, [['=TS_RFM(Orders!A2:A,Orders!B2:B,Orders!C2:C)']], 'sheet-2')
  await set(1, 6, [['=SUM(D1:D20000)']], 'sheet-2')
  await call('flush', {})
  const calls = asked.length

  const before = performance.now()
  await set(2, 3, [[5000]])
  const table = await get(1, 1, customers, 4, 'sheet-2')
  const ms = performance.now() - before

  expect(asked).toHaveLength(calls + 1)
  const changed = rows.map((row, index) => (index === 0 ? [row[0], row[1], 5000] : row)) as Cell[][]
  const expected = rfm(
    ...(([0, 1, 2] as const).map((c) => changed.map((row) => [row[c] as Cell])) as [Cell[][], Cell[][], Cell[][]]),
  )
  expect(table).toEqual(expected)
  expect(await get(1, 6, 1, 1, 'sheet-2')).toEqual([[5000 + orders * 499.5]])
  // Two seconds on two free cores; the tests around this one may hold both.
  expect(ms).toBeLessThan(6000)
})
