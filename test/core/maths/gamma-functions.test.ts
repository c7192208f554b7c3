import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digamma } from '../../../core/maths/digamma.ts'
import { logGamma } from '../../../core/maths/log-gamma.ts'
import { trigamma } from '../../../core/maths/trigamma.ts'

const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true })

function near(found: number, wanted: number, tolerance: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)))
}

// scipy.special 1.10: gammaln, psi, polygamma(1, x).
describe.each([
  [1e-10, 23.025850929882733, -10000000000.577215, 1e20],
  [0.001, 6.907178885383853, -1000.5755719318103, 1000001.6425331958],
  [0.1, 2.252712651734206, -10.423754940411076, 101.43329915079276],
  [0.5, 0.5723649429247, -1.9635100260214235, Math.PI ** 2 / 2],
  [1, 0, -0.5772156649015329, Math.PI ** 2 / 6],
  [1.5, -0.12078223763524526, 0.03648997397857652, Math.PI ** 2 / 2 - 4],
  [2, 0, 0.42278433509846713, Math.PI ** 2 / 6 - 1],
  [5, 3.1780538303479458, 1.5061176684318003, Math.PI ** 2 / 6 - 205 / 144],
  [11.9, 17.25847745059552, 2.4339335368825377, undefined],
  [12, 17.502307845873887, 2.4426616799758123, undefined],
  [12.1, 17.74700727079874, 2.4513143481743374, undefined],
  [100, 359.1342053695754, 4.600161852738088, undefined],
  [1e6, 12815504.569147611, 13.81551005796419, 1.0000005000001667e-6],
  [1e15, 3.3538776394910668e16, 34.538776394910684, 1e-15],
])('at %d', (x, log, first, second) => {
  it('logGamma', () => near(logGamma(x), log, 5e-15))
  it('digamma', () => near(digamma(x), first, 5e-15))
  it.skipIf(second === undefined)('trigamma', () => {
    expect(trigamma(x) / (second as number)).toBeCloseTo(1, 13)
  })
})

describe('gamma functions', () => {
  it('step by their recurrences', () => {
    fc.assert(
      fc.property(positive, (x) => {
        near(logGamma(x + 1), logGamma(x) + Math.log(x), 1e-13)
        near(digamma(x + 1), digamma(x) + 1 / x, 1e-12)
        near(trigamma(x + 1), trigamma(x) - 1 / x ** 2, 1e-9)
      }),
    )
  })

  it('are Infinity at 0, and undefined below', () => {
    expect([logGamma(0), digamma(0), trigamma(0)]).toEqual([Infinity, -Infinity, Infinity])
    expect([logGamma(-0.5), digamma(-0.5), trigamma(-0.5)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect([logGamma(Number.NaN), digamma(Number.NaN), trigamma(Number.NaN)]).toEqual(new Array(3).fill(Number.NaN))
  })
})
