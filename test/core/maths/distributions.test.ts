import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta } from '../../../core/maths/incomplete-beta.ts'
import { normalCdf } from '../../../core/maths/normal-cdf.ts'
import { normalQuantile } from '../../../core/maths/normal-quantile.ts'
import { studentQuantile } from '../../../core/maths/student-quantile.ts'
import { studentTail } from '../../../core/maths/student-tail.ts'

/** That two numbers agree to a share of the second. */
function expectNear(found: number, wanted: number, relative = 1e-12) {
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted))
}

describe('incompleteBeta', () => {
  it.each([
    // closed forms: I_x(1, 1) = x; I_x(2, 3) = 6x^2 - 8x^3 + 3x^4; I_x(1/2, 1/2) = 2/pi asin(sqrt(x))
    [0.25, 1, 1, 0.25],
    [0.1, 2, 3, 0.0523],
    [0.9, 2, 3, 0.9963],
    [0.25, 0.5, 0.5, 1 / 3],
    [0.5, 0.5, 0.5, 0.5],
    [0.5, 1000, 1000, 0.5],
    // R 4: pbeta
    [0.3, 10, 20, 0.36400408107194315],
    [0.2, 0.1, 0.2, 0.5925346573554782],
    [0.999, 50, 0.5, 0.7523690199653768],
    [0.49, 1000, 1000, 0.18555265943151175],
    [0.7, 300, 120, 0.2556302037908943],
    [1e-10, 3, 0.5, 3.1250000001172057e-31],
    // its power series, summed to 25 digits
    [0.99999, 5e5, 0.5, 0.0015653640065981889],
  ])('of %d at %d, %d is %d', (x, a, b, wanted) => expectNear(incompleteBeta(x, a, b), wanted, 1e-13))

  it('is 0 below its range and 1 above it', () => {
    expect([-1, 0, 1, 2].map((x) => incompleteBeta(x, 2, 3))).toEqual([0, 0, 1, 1])
  })

  it('adds up to 1 with its mirror image', () => {
    const shape = fc.double({ min: 0.01, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a, x)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('studentTail', () => {
  it.each([
    // R 4: 2 * pt(-t, df)
    [2.1, 1, 0.2829260562430178],
    [0.3, 2, 0.7924856608401776],
    [25, 3, 0.0001403313899575486],
    [2.1, 4.5, 0.09593781696208616],
    [2.1, 17.776, 0.050276471182876974],
    [25, 30, 1.2091822381286975e-21],
    // two-sided p of 0.05 in Student's table: t(10) = 2.228139
    [2.228138851986274, 10, 0.05],
    // the power series of the incomplete beta function, summed to 25 digits
    [2.1, 1e6, 0.03572909097463502],
  ])('of %d at %d degrees of freedom is %d', (t, degrees, wanted) => {
    expectNear(studentTail(t, degrees), wanted)
    expect(studentTail(-t, degrees)).toBe(studentTail(t, degrees))
  })

  it('is 1 at 0 and nothing at infinity', () => expect([0, Infinity].map((t) => studentTail(t, 5))).toEqual([1, 0]))
})

describe('studentQuantile', () => {
  it.each([
    // R 4: qt
    [0.975, 1, 12.706204736174694],
    [0.75, 1, 1],
    [0.975, 2, 4.302652729749462],
    [0.975, 3, 3.1824463052837078],
    [0.75, 4.5, 0.7328666862359947],
    [0.9999, 10, 5.693820101457593],
    [0.975, 17.776, 2.1028213103802216],
    [0.975, 1e3, 1.9623390808264076],
    [0.975, 1e6, 1.9599663568141066],
    [0.975, 0.3, 6582.035699400796],
  ])('of %d at %d degrees of freedom is %d', (p, degrees, wanted) => {
    expectNear(studentQuantile(p, degrees), wanted)
    expectNear(studentQuantile(1 - p, degrees), -wanted, 1e-11)
  })

  it('is 0 in the middle and endless at the ends', () => {
    expect(studentQuantile(0.5, 7)).toBeCloseTo(0, 15)
    expect([0, 1].map((p) => studentQuantile(p, 7))).toEqual([-Infinity, Infinity])
  })

  it('goes back to the probability it came from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.501, max: 0.9999, noNaN: true }),
        fc.double({ min: 0.5, max: 5000, noNaN: true }),
        (p, degrees) => {
          expect(1 - studentTail(studentQuantile(p, degrees), degrees) / 2).toBeCloseTo(p, 12)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('normalCdf', () => {
  it.each([
    // R 4: pnorm
    [-20, 2.7536241186062337e-89],
    [-10, 7.619853024160525e-24],
    [-3, 0.0013498980316300946],
    [-2.0000000001, 0.022750131942780107],
    [-1.9999999999, 0.022750131953578306],
    [-1.96, 0.024997895148220435],
    [-1, 0.15865525393145705],
    [-1e-10, 0.49999999996010575],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [2.6, 0.9953388119762813],
    [5, 0.9999997133484281],
  ])('of %d is %d', (z, wanted) => expectNear(normalCdf(z), wanted, 1e-13))

  it('is 0 and 1 at the ends', () => expect([-Infinity, -40, 9].map(normalCdf)).toEqual([0, 0, 1]))

  it('is undone by the normal quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 6)
      }),
    )
  })
})
