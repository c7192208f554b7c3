import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupedSums } from '../../../core/maths/grouped-sums.ts'

function sumOf(amounts: number[]): number {
  const sums = groupedSums(1)
  for (const amount of amounts) sums.add(0, amount)
  return sums.of(0)
}

it.each([
  ['ten times 0.1', new Array<number>(10).fill(0.1), 1],
  ['small between large that cancel', [1e100, 1, -1e100], 1],
  ['large after small', [1, 1e100, 1, -1e100], 2],
  ['cents that binary numbers miss', [306.61, 1044.09, 2.49, 215.22, 202.47], 1770.88],
  ['finer than four decimals', [0.00001, 0.00002], 0.00001 + 0.00002],
  ['the smallest coin', [1e-8], 1e-8],
  ['nothing', [], 0],
])('%s', (_, amounts, sum) => expect(sumOf(amounts)).toBe(sum))

it('keeps groups apart', () => {
  const sums = groupedSums(2)
  sums.add(1, 0.1)
  sums.add(0, 5)
  sums.add(1, 2.5)
  expect([sums.of(0), sums.of(1)]).toEqual([5, 2.6])
})

it('sums of cents are the same in any order, as whole cents are', () => {
  const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 200 })
  fc.assert(
    fc.property(cents, (given) => {
      const exact = given.reduce((sum, cent) => sum + cent, 0) / 100
      expect(sumOf(given.map((cent) => cent / 100))).toBe(exact)
      expect(sumOf([...given].reverse().map((cent) => cent / 100))).toBe(sumOf(given.map((cent) => cent / 100)))
    }),
  )
})
