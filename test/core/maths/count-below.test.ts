import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countBelow } from '../../../core/maths/count-below.ts'

it('counts the numbers that are less, not those that are equal', () => {
  expect([0, 1, 2, 3, 4].map((value) => countBelow([1, 2, 2, 3], value))).toEqual([0, 0, 1, 3, 4])
  expect(countBelow([], 1)).toBe(0)
})

it('counts as looking at each number does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, value) => {
      const sorted = numbers.sort((a, b) => a - b)
      expect(countBelow(sorted, value)).toBe(sorted.filter((number) => number < value).length)
    }),
  )
})
