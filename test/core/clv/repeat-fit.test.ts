import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { historyGroups } from '../../../core/clv/history-groups.ts'
import { type CustomerHistory, type OrderHistory, orderHistories } from '../../../core/clv/order-histories.ts'
import { type RepeatFit, repeatFit } from '../../../core/clv/repeat-fit.ts'
import { repeatLikelihood } from '../../../core/clv/repeat-likelihood.ts'
import type { RepeatModel } from '../../../core/clv/repeat-model.ts'
import { CALIBRATED, cdnowOrders, hasCdnow } from './cdnow.ts'

const models = fc.constantFrom<RepeatModel>('MBG', 'BG')
const history = fc
  .record({
    x: fc.nat(6),
    first: fc.double({ min: 0.1, max: 30, noNaN: true }),
    wait: fc.double({ min: 0, max: 30, noNaN: true }),
  })
  .map(({ x, first, wait }): OrderHistory => ({ x, tx: x === 0 ? 0 : first, T: x === 0 ? wait : first + wait }))
const logs = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 })

function logLikelihood(histories: OrderHistory[], model: RepeatModel, parameters: number[]): number {
  return repeatLikelihood(historyGroups(histories), model)(parameters.map(Math.log)).value
}

/** Published values are rounded: equal when rounded alike. */
function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

function relative(found: number, wanted: number): number {
  return Math.abs(found / wanted - 1)
}

describe('repeatLikelihood', () => {
  // The models' definition integrated numerically over order rate and dropout (scipy.integrate.dblquad), one customer.
  it.each<[RepeatModel, OrderHistory, number]>([
    ['BG', { x: 2, tx: 30.43, T: 38.86 }, -9.158664228311054],
    ['MBG', { x: 2, tx: 30.43, T: 38.86 }, -9.485551314534149],
    ['BG', { x: 3, tx: 5, T: 38.86 }, -9.174463976568815],
    ['MBG', { x: 3, tx: 5, T: 38.86 }, -9.587312098276762],
    ['BG', { x: 0, tx: 0, T: 38.86 }, -1.0425523492108495],
    ['MBG', { x: 0, tx: 0, T: 38.86 }, -0.5398374635310271],
    ['MBG', { x: 0, tx: 0, T: 0 }, 0],
    ['BG', { x: 0, tx: 0, T: 0 }, 0],
  ])('of %s at %j', (model, one, wanted) => {
    expect(logLikelihood([one], model, [0.525, 6.183, 0.891, 1.614])).toBeCloseTo(wanted, 8)
    expect(logLikelihood([one, one, one], model, [0.525, 6.183, 0.891, 1.614])).toBeCloseTo(3 * wanted, 8)
  })

  it('survives thousands of orders', () => {
    const value = logLikelihood([{ x: 5000, tx: 700, T: 701 }], 'MBG', [0.7, 4, 0.9, 2])
    // scipy.special: gammaln, logaddexp.
    expect(value).toBeCloseTo(4786.851928942258, 7)
    const silent = logLikelihood([{ x: 5000, tx: 1, T: 701 }], 'BG', [0.7, 4, 0.9, 2])
    expect(silent).toBeCloseTo(29525.295991135736, 6)
  })

  it('has the slopes and bends of its value', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 5 }), models, logs, (histories, model, at) => {
        const curve = repeatLikelihood(historyGroups(histories), model)
        const here = curve(at)
        const step = 1e-5
        for (let i = 0; i < 4; i++) {
          const beside = (way: number) => curve(at.map((value, k) => (k === i ? value + way * step : value)))
          const [up, down] = [beside(1), beside(-1)]
          const size = 1 + Math.abs(here.value)
          expect(Math.abs((up.value - down.value) / (2 * step) - (here.gradient[i] as number))).toBeLessThan(
            1e-6 * size,
          )
          for (let k = 0; k < 4; k++) {
            const bend = ((up.gradient[k] as number) - (down.gradient[k] as number)) / (2 * step)
            expect(Math.abs(bend - (here.hessian[i]?.[k] as number))).toBeLessThan(1e-6 * size)
          }
        }
      }),
    )
  })

  it('without dropout is that of NBD, the limit as a goes to 0', () => {
    const histories = [
      { x: 2, tx: 10, T: 20 },
      { x: 0, tx: 0, T: 20 },
    ]
    for (const model of ['MBG', 'BG'] as const) {
      const limit = logLikelihood(histories, model, [0.5, 6, 0, 1])
      expect(limit).toBeCloseTo(logLikelihood(histories, model, [0.5, 6, 1e-9, 1]), 7)
      // log of Gamma(2.5) / Gamma(0.5) (6/26)^0.5 26^-2, and of (6/26)^0.5
      expect(limit).toBeCloseTo(Math.log(0.75) + Math.log(6 / 26) - 2 * Math.log(26), 12)
    }
  })
})

describe.skipIf(!hasCdnow)('repeatFit on CDNOW', () => {
  let histories: CustomerHistory[]
  let bg: RepeatFit
  let mbg: RepeatFit

  beforeAll(() => {
    histories = orderHistories(cdnowOrders(), { asOf: CALIBRATED })
    bg = repeatFit(histories, 'BG')
    mbg = repeatFit(histories, 'MBG')
  })

  it('is the published BG/NBD: Fader, Hardie and Lee (2005), table 2', () => {
    expect([bg.r, bg.alpha, bg.a, bg.b].map((value) => rounded(value, 3))).toEqual([0.243, 4.414, 0.793, 2.426])
    expect(rounded(bg.logLikelihood, 1)).toBe(-9582.4)
    expect(bg).toMatchObject({ model: 'BG', customers: 2357, notes: [] })
  })

  it('is the published MBG/NBD: Batislam, Denizel and Filiztekin (2007)', () => {
    expect([mbg.r, mbg.alpha, mbg.a, mbg.b].map((value) => rounded(value, 3))).toEqual([0.525, 6.183, 0.891, 1.614])
  })

  // scipy.optimize.minimize, BFGS with analytic gradient, gtol 1e-10; errors from the inverse Hessian by differences.
  it.each([
    [
      'BG',
      [0.242594521, 4.4136016, 0.79292203, 2.4259068],
      [0.0125573, 0.378224, 0.185734, 0.705414],
      -9582.429206673929,
    ],
    [
      'MBG',
      [0.524843159, 6.18308519, 0.89135941, 1.61400226],
      [0.0832682, 0.69562, 0.15479, 0.537495],
      -9582.135715553748,
    ],
  ] as const)(
    '%s agrees with scipy in parameters, standard errors and log-likelihood',
    (model, wanted, errors, value) => {
      const fit = model === 'BG' ? bg : mbg
      const found = [fit.r, fit.alpha, fit.a, fit.b]
      wanted.forEach((parameter, i) => {
        expect(relative(found[i] as number, parameter)).toBeLessThan(1e-6)
        expect(relative(fit.errors[i] as number, errors[i] as number)).toBeLessThan(1e-4)
      })
      expect(Math.abs(fit.logLikelihood - value)).toBeLessThan(1e-7)
    },
  )

  it('only counts alpha in another unit', () => {
    const inDays = repeatFit(orderHistories(cdnowOrders(), { asOf: CALIBRATED, daysPerUnit: 1 }), 'BG')
    expect(relative(inDays.alpha, 7 * bg.alpha)).toBeLessThan(1e-6)
    expect(relative(inDays.errors[1] as number, 7 * (bg.errors[1] as number))).toBeLessThan(1e-5)
    for (const name of ['r', 'a', 'b'] as const) expect(relative(inDays[name], bg[name])).toBeLessThan(1e-6)
  })

  it('does not depend on the order of customers, to the last digit', () => {
    expect(repeatFit([...histories].reverse(), 'MBG')).toEqual(mbg)
  })
})

/** x, and the days of t_x and T, of thirteen customers made up so that the likelihood has two tops. */
const TWO_TOPS = [
  [16, 198, 201],
  [3, 259, 265],
  [0, 0, 236],
  [2, 99, 284],
  [15, 266, 286],
  [0, 0, 246],
  [0, 0, 211],
  [3, 167, 256],
  [0, 0, 269],
  [14, 111, 309],
  [6, 208, 353],
  [12, 178, 213],
  [12, 383, 396],
]

/** Customers of MBG/NBD with r = 1, alpha = 5, a = 1, b = 2, drawn by the generator mulberry32. */
function simulated(customers: number): OrderHistory[] {
  let state = 7
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const wait = (rate: number) => -Math.log(1 - random()) / rate
  return Array.from({ length: customers }, () => {
    const [rate, dropout, T] = [wait(5), 1 - Math.sqrt(random()), 20 + 30 * random()]
    const history = { x: 0, tx: 0, T }
    let time = 0
    while (random() > dropout) {
      time += wait(rate)
      if (time > T) break
      history.x += 1
      history.tx = time
    }
    return history
  })
}

describe('repeatFit on many different histories', () => {
  it('ends at the top of all of them, not of the sample that it began with', () => {
    const histories = simulated(6000)
    const groups = historyGroups(histories)
    expect(groups.x.length).toBeGreaterThan(2000)
    for (const model of ['MBG', 'BG'] as const) {
      const fit = repeatFit(histories, model)
      expect(fit.notes).toEqual([])
      const { gradient } = repeatLikelihood(groups, model)([fit.r, fit.alpha, fit.a, fit.b].map(Math.log))
      if (model === 'MBG') expect([fit.r, fit.alpha, fit.a, fit.b].map(Math.round)).toEqual([1, 5, 1, 2])
      for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-5)
    }
  })
})

describe('repeatFit where there is no top', () => {
  const regular = (x: number, T: number): OrderHistory => ({ x, tx: T - 1, T })

  it('finds no dropout where everyone goes on, and says so', () => {
    const histories = [1, 2, 3, 5, 8, 13, 2, 4, 20, 1].map((x) => regular(x, 40))
    for (const model of ['MBG', 'BG'] as const) {
      const fit = repeatFit(histories, model)
      expect(fit).toMatchObject({ a: 0, b: 1, notes: ['noDropout'] })
      expect(fit.errors.map((error) => error === undefined)).toEqual([false, false, true, true])
      // NBD with one T: the mean 5.9 is kept, so alpha = 40 r / 5.9.
      expect(fit.alpha / fit.r).toBeCloseTo(40 / 5.9, 6)
    }
  })

  it('says when order rates do not differ', () => {
    const fit = repeatFit(new Array(20).fill(regular(10, 40)), 'MBG')
    expect(fit.notes).toEqual(['noDropout', 'sameRate'])
    expect(fit.errors).toEqual([undefined, undefined, undefined, undefined])
    expect(fit.r / fit.alpha).toBeCloseTo(10 / 40, 9)
    // Poisson: 200 orders at rate 1/4 in 800 weeks.
    expect(fit.logLikelihood).toBeCloseTo(200 * Math.log(0.25) - 200, 2)
  })

  it('says when dropout is all or nothing', () => {
    // Half are gone after the first order, the others never: 1 - pi and no heterogeneity between.
    const never = new Array(10).fill({ x: 0, tx: 0, T: 40 })
    const ever = Array.from({ length: 10 }, (_, i) => regular(3 + i, 40))
    const fit = repeatFit([...never, ...ever], 'MBG')
    expect(fit.notes).toEqual(['dropoutAtLimit'])
    expect(fit.a / (fit.a + fit.b)).toBeCloseTo(0.5, 2)
    expect(fit.errors.slice(2)).toEqual([undefined, undefined])
    expect(fit.errors[0]).toBeGreaterThan(0)
  })

  it('finds the higher of two tops', () => {
    // A sample whose likelihood has a top inside, 0.6 lower than towards one chance to drop out for all.
    const histories = TWO_TOPS.map(([x, tx, T]) => ({ x: x as number, tx: (tx as number) / 7, T: (T as number) / 7 }))
    const fit = repeatFit(histories, 'MBG')
    expect(fit.notes).toEqual(['dropoutAtLimit'])
    // The lower top is at r 1.537, alpha 5.285, a .133, b .390.
    const lower = logLikelihood(
      histories,
      'MBG',
      [1.5368303979658193, 5.2853017729504455, 0.1332458363801156, 0.3900829565177382],
    )
    expect(fit.logLikelihood - lower).toBeCloseTo(0.6057, 3)
  })

  it.each([
    [
      0,
      'only 0 customers ordered on two days or more, and the model needs 3. Give orders of a longer time, or of more customers.',
    ],
    [
      2,
      'only 2 customers ordered on two days or more, and the model needs 3. Give orders of a longer time, or of more customers.',
    ],
  ])('refuses %d customers with repeat orders', (repeaters, message) => {
    const single = { x: 0, tx: 0, T: 9 }
    const histories = [single, single, single, ...new Array(repeaters).fill({ x: 1, tx: 4, T: 9 })]
    expect(() => repeatFit(histories, 'MBG')).toThrow(message)
    expect(repeatFit([...histories, ...new Array(3 - repeaters).fill({ x: 2, tx: 4, T: 9 })], 'MBG').customers).toBe(6)
  })

  it('always ends in numbers that are no worse than no dropout', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 3, maxLength: 30 }), models, (histories, model) => {
        fc.pre(histories.filter(({ x }) => x > 0).length >= 3)
        const fit = repeatFit(histories, model)
        for (const value of [fit.r, fit.alpha, fit.b, fit.logLikelihood]) expect(Number.isFinite(value)).toBe(true)
        const without = logLikelihood(histories, model, [fit.r, fit.alpha, 0, 1])
        expect(fit.logLikelihood).toBeGreaterThanOrEqual(without - 1e-9 * (1 + Math.abs(without)))
      }),
      { numRuns: 60 },
    )
  })
})
