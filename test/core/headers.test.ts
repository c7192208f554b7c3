import { expect, test } from 'vitest'
import { fold } from '../../core/headers.ts'

test('a heading is folded to small letters without marks between words', () => {
  expect(fold('Order  Date - (ＵＴＣ) #1')).toBe('orderdate(utc)1')
})
