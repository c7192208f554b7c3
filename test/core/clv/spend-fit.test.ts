import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedSpend } from '../../../core/clv/expected-spend.ts'
import { orderHistories } from '../../../core/clv/order-histories.ts'
import { spendFit } from '../../../core/clv/spend-fit.ts'
import { spendLikelihood } from '../../../core/clv/spend-likelihood.ts'
import { CALIBRATED, cdnowOrders, hasCdnow } from './cdnow.ts'

const customers = (...spends: [x: number, spend: number | undefined][]) =>
  spends.map(([x, spend]) => ({ x, tx: x, T: 40, spend }))

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

describe('spendLikelihood', () => {
  it('is that of a beta prime variable for one order', () => {
    // p = 2, q = 3, v = 4, z = 5: z / v is beta prime (2, 3), density 12 y / (1 + y)^5 at 1.25, over v.
    const { value } = spendLikelihood([{ x: 1, spend: 5 }])([2, 3, 4].map(Math.log))
    expect(value).toBeCloseTo(Math.log((12 * 1.25) / 2.25 ** 5 / 4), 12)
  })

  it('has the slopes and bends of its value', () => {
    const spends = fc.array(fc.record({ x: fc.integer({ min: 1, max: 4 }), spend: between(0.1, 20) }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(spends, fc.tuple(between(-2, 3), between(-2, 3), between(-2, 3)), (given, at) => {
        const curve = spendLikelihood(given.sort((a, b) => a.x - b.x))
        const here = curve(at)
        for (let i = 0; i < 3; i++) {
          const beside = (way: number) => curve(at.map((value, k) => (k === i ? value + way * 1e-5 : value)))
          const [up, down] = [beside(1), beside(-1)]
          const size = 1 + Math.abs(here.value)
          expect(Math.abs((up.value - down.value) / 2e-5 - (here.gradient[i] as number))).toBeLessThan(1e-6 * size)
          for (let k = 0; k < 3; k++) {
            const bend = ((up.gradient[k] as number) - (down.gradient[k] as number)) / 2e-5
            expect(Math.abs(bend - (here.hessian[i]?.[k] as number))).toBeLessThan(1e-6 * size)
          }
        }
      }),
    )
  })
})

describe.skipIf(!hasCdnow)('spendFit on CDNOW', () => {
  it('is the published Gamma-Gamma: Fader and Hardie (2013), and agrees with scipy', () => {
    const fit = spendFit(orderHistories(cdnowOrders(), { asOf: CALIBRATED }))
    const { p, q, v } = fit.parameters as { p: number; q: number; v: number }
    expect([p, q, v].map((value) => value.toFixed(2))).toEqual(['6.25', '3.74', '15.44'])
    expect(fit).toMatchObject({ customers: 946, leftOut: 0, notes: [] })
    // scipy.optimize.minimize, Nelder-Mead with tolerances 1e-11; errors by differences of the log-likelihood.
    const wanted = [6.2495725086794005, 3.744224623402928, 15.443519901154222]
    const errors = [1.1900425145824678, 0.29013060259871837, 4.159374035406045]
    wanted.forEach((parameter, i) => {
      expect(Math.abs(([p, q, v][i] as number) / parameter - 1)).toBeLessThan(1e-5)
      expect(Math.abs((fit.errors[i] as number) / (errors[i] as number) - 1)).toBeLessThan(1e-4)
    })
    expect(fit.logLikelihood).toBeCloseTo(-4055.9176948018676, 6)
  })
})

describe('spendFit', () => {
  const some = customers(
    [1, 20],
    [2, 35],
    [1, 90],
    [4, 30],
    [3, 55],
    [2, 12],
    [0, undefined],
    [6, 41],
    [2, 160],
    [1, 25],
  )

  it('only scales v with the currency', () => {
    const one = spendFit(some)
    const cents = spendFit(some.map((customer) => ({ ...customer, spend: customer.spend && customer.spend * 100 })))
    expect(one.parameters?.p).toBeCloseTo(cents.parameters?.p as number, 6)
    expect(one.parameters?.q).toBeCloseTo(cents.parameters?.q as number, 6)
    expect((cents.parameters?.v as number) / (one.parameters?.v as number)).toBeCloseTo(100, 6)
    expect(cents.logLikelihood).toBeCloseTo((one.logLikelihood as number) - 9 * Math.log(100), 8)
  })

  it('leaves out spends of 0 or less, and counts them', () => {
    const fit = spendFit([...some, ...customers([2, 0], [1, -5])])
    expect(fit).toEqual({ ...spendFit(some), leftOut: 2 })
    expect(fit.customers).toBe(9)
  })

  it('needs three customers', () => {
    const two = customers([1, 20], [2, 35], [3, 0], [0, undefined])
    expect(spendFit(two)).toEqual({
      parameters: undefined,
      errors: [undefined, undefined, undefined],
      logLikelihood: undefined,
      customers: 2,
      leftOut: 1,
      notes: ['tooFewSpends'],
    })
    expect(spendFit([...two, ...customers([2, 50])]).parameters).toBeDefined()
  })

  it('expects just that where all spend the same', () => {
    const fit = spendFit(customers([1, 50], [2, 50], [5, 50 * (1 + 1e-15)], [0, undefined]))
    expect(fit.notes).toEqual(['sameSpends'])
    expect(fit.logLikelihood).toBeUndefined()
    for (const [x, spend] of [
      [0, undefined],
      [1, 50],
      [30, 50],
    ] as const) {
      expect(expectedSpend(fit.parameters as never, x, spend)).toBeCloseTo(50, 9)
    }
  })

  it('says when customers do not differ', () => {
    const fit = spendFit(customers([1, 40], [1, 60], [2, 55], [4, 49], [9, 51], [16, 50], [25, 50.5]))
    expect(fit.notes).toEqual(['spendsAtLimit'])
    expect(fit.errors).toEqual([undefined, undefined, undefined])
  })

  it('says when the amounts have no mean, and expects none', () => {
    const fit = spendFit(customers([9, 1], [9, 1.3], [9, 2], [9, 5], [9, 30], [9, 400], [9, 9000], [9, 200_000]))
    expect(fit.notes).toContain('noMeanSpend')
    expect(fit.parameters?.q).toBeLessThan(1)
    expect(() => expectedSpend(fit.parameters as never, 0, undefined)).toThrow('not above 1')
  })
})

describe('spendFit on many customers', () => {
  it('ends at the top of all of them, not of the sample that it began with', () => {
    const many = Array.from({ length: 5000 }, (_, i) => {
      const own = 10 + ((i * 7919) % 4999) ** 1.2 / 200
      return {
        x: 1 + (i % 7),
        tx: 9,
        T: 40,
        spend: own * (1 + (((i * 31) % 101) / 101 - 0.5) / Math.sqrt(1 + (i % 7))),
      }
    })
    const fit = spendFit(many)
    expect(fit.notes).toEqual([])
    const { p, q, v } = fit.parameters as { p: number; q: number; v: number }
    const { gradient, value } = spendLikelihood([...many].sort((a, b) => a.x - b.x))([p, q, v].map(Math.log))
    for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-5)
    expect(fit.logLikelihood).toBeCloseTo(value, 6)
  })
})

describe('expectedSpend', () => {
  const cdnow = { p: 6.25, q: 3.74, v: 15.44 }

  it.each([
    // p v / (q - 1): the mean of all.
    [0, undefined, 96.5 / 2.74],
    // (6.25 x (15.44 + 2 x 22.345)) / (12.5 + 2.74)
    [2, 22.345, 375.8125 / 15.24],
    [1, 0, undefined],
    [3, -1, undefined],
  ])('of %d orders at %s', (x, spend, wanted) => {
    const found = expectedSpend(cdnow, x, spend)
    if (wanted === undefined) expect(found).toBeUndefined()
    else expect(found).toBeCloseTo(wanted, 12)
  })

  it('lies between the customer and all customers, nearer the customer with each order', () => {
    const all = expectedSpend(cdnow, 0, undefined) as number
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), between(1, 500), (x, spend) => {
        const [now, later] = [expectedSpend(cdnow, x, spend) as number, expectedSpend(cdnow, x + 1, spend) as number]
        expect((now - all) * (spend - all)).toBeGreaterThanOrEqual(0)
        expect(Math.abs(later - spend)).toBeLessThanOrEqual(Math.abs(now - spend))
      }),
    )
  })

  it('refuses q of 1', () => {
    expect(() => expectedSpend({ p: 1, q: 1, v: 1 }, 1, 5)).toThrow(
      'the amounts differ so much that they have no mean (q is 1.00, not above 1). Leave out the few very large orders, or value those customers by hand.',
    )
  })
})
