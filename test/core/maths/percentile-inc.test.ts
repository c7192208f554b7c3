import { describe, expect, it } from 'vitest'
import { percentileInc } from '../../../core/maths/percentile-inc.ts'

describe('percentileInc', () => {
  it('agrees with the example in the documentation of PERCENTILE.INC', () => {
    expect(percentileInc([1, 2, 3, 4], 3, 10)).toBeCloseTo(1.9, 12)
  })

  it('gives one of the numbers exactly where the position is whole', () => {
    const numbers = Array.from({ length: 101 }, (_, i) => i / 7)
    expect(percentileInc(numbers, 29, 100)).toBe(numbers[29])
  })
})
