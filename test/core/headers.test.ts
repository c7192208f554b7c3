import { expect, test } from 'vitest'
import { columnOf, fold } from '../../core/headers.ts'

test.each([
  ['case, spaces and underscores do not count', ['customer_ID', 'Name'], 'customerId', 0],
  ['full width neither', ['姓名', '客户ＩＤ'], 'customerId', 1],
  ['Chinese', ['订单编号', '客户编号', '下单日期', '金额'], 'orderDate', 2],
  ['the heading that says it best wins', ['Date', 'Order date'], 'orderDate', 1],
  ['no such column', ['Name', 'City'], 'tier', undefined],
] as const)('%s', (_, header, field, position) => {
  expect(columnOf([...header], field)).toBe(position)
})

test('a heading is folded to small letters without marks between words', () => {
  expect(fold('Order  Date - (ＵＴＣ) #1')).toBe('orderdate(utc)1')
})
