import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../core/maths/normal-quantile.ts'

describe('normalQuantile', () => {
  // scipy.special.ndtri
  it.each([
    [1e-20, -9.262340089798409],
    [0.001, -3.090232306167813],
    [0.05, -1.6448536269514729],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.9999, 3.719016485455709],
  ])('of %d is %d', (p, quantile) => expect(normalQuantile(p)).toBeCloseTo(quantile, 12))

  it('has no value outside 0 to 1', () => {
    expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity])
    expect([-0.1, 1.1, -2, Number.NaN].map(normalQuantile)).toEqual(Array(4).fill(Number.NaN))
  })
})
