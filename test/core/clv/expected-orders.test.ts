import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeChance } from '../../../core/clv/active-chance.ts'
import { aliveChance } from '../../../core/clv/alive-chance.ts'
import { expectedOrders } from '../../../core/clv/expected-orders.ts'
import { ordersIfAlive } from '../../../core/clv/orders-if-alive.ts'
import type { RepeatModel, RepeatParameters } from '../../../core/clv/repeat-model.ts'

const PAPER: RepeatParameters = { model: 'BG', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const MBG: RepeatParameters = { model: 'MBG', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const anyParameters = fc.record({
  model: fc.constantFrom<RepeatModel>('MBG', 'BG'),
  r: between(0.01, 20),
  alpha: between(0.1, 50),
  a: between(0, 5),
  b: between(0.01, 10),
})

/** Model; r, alpha, a, b, x, T, t; orders: the published formula in 80 digits (Python's decimal, series of 2F1; a = 1 + 1e-30 for 1). */
const EXACT: [RepeatModel, number[], number][] = [
  ['BG', [0.243, 4.414, 0.793, 2.426, 2, 38.86, 39], 1.687399305805313],
  ['BG', [0.5, 6, 1, 1.6, 3, 20, 52], 4.201728969767936],
  ['BG', [0.5, 6, 1.0000001, 1.6, 3, 20, 52], 4.201728800519183],
  ['BG', [0.5, 6, 0.9999999, 1.6, 0, 0, 52], 1.7098742980214472],
  ['BG', [0.5, 6, 1e-6, 0.5, 0, 0, 52], 4.333320303413159],
  ['BG', [0.5, 6, 0.1, 0.5, 0, 10, 52], 1.362053592371099],
  ['BG', [0.5, 6, 0.0001, 0.0001, 4, 10, 5], 1.4062232274868127],
  ['BG', [2, 0.5, 0.8, 2, 0, 0, 49.5], 14.191639463299897],
  ['BG', [2, 0.5, 0.8, 2, 0, 0, 50.5], 14.283822357994021],
  ['BG', [2, 0.5, 0.01, 2, 1, 0.1, 520], 2446.234720907169],
  ['BG', [0.3, 0.1, 1, 2, 0, 0, 52], 6.110845957385336],
  ['BG', [0.3, 0.1, 3, 200, 30, 1, 520], 115.96788867853802],
  ['BG', [5, 1, 300, 500, 3, 0, 300], 2.682274247491639],
  ['BG', [0.3, 0.05, 1e-5, 1e-5, 0, 0, 52], 156.4279117971578],
  ['BG', [0.7, 4, 0.9, 2, 5000, 700, 52], 357.6404780736728],
  ['BG', [0.7, 4, 1, 2, 5000, 700, 520], 2766.0593952602026],
  ['BG', [1000000, 800000, 0.5, 2, 3, 10, 52], 27.23633981639121],
  ['BG', [0.5, 6, 1000000, 2000000, 1, 20, 52], 1.6057264856720053],
  ['BG', [0.5, 6, 2, 3, 1, 20, 1e-6], 5.76923067677515e-8],
  ['BG', [40, 1, 0.5, 0.5, 100, 0.2, 520], 4731.934435043756],
  ['MBG', [0.243, 4.414, 0.793, 2.426, 2, 38.86, 39], 1.7309712294205877],
  ['MBG', [0.5, 6, 1, 1.6, 3, 20, 52], 4.456265409969799],
  ['MBG', [0.5, 6, 1.0000001, 1.6, 3, 20, 52], 4.456265246689186],
  ['MBG', [0.5, 6, 0.9999999, 1.6, 0, 0, 52], 2.033497699902517],
  ['MBG', [0.5, 6, 1e-6, 0.5, 0, 0, 52], 4.333326701371353],
  ['MBG', [0.5, 6, 0.1, 0.5, 0, 10, 52], 1.4936200975718996],
  ['MBG', [0.5, 6, 0.0001, 0.0001, 4, 10, 5], 1.406228176726965],
  ['MBG', [2, 0.5, 0.8, 2, 0, 0, 49.5], 18.521514636594034],
  ['MBG', [2, 0.5, 0.8, 2, 0, 0, 50.5], 18.649748956862524],
  ['MBG', [2, 0.5, 0.01, 2, 1, 0.1, 520], 2454.323235530222],
  ['MBG', [0.3, 0.1, 1, 2, 0, 0, 52], 8.045446506730263],
  ['MBG', [0.3, 0.1, 3, 200, 30, 1, 520], 116.46747477897311],
  ['MBG', [5, 1, 300, 500, 3, 0, 300], 2.6856187290969897],
  ['MBG', [0.3, 0.05, 1e-5, 1e-5, 0, 0, 52], 311.98016409418153],
  ['MBG', [0.7, 4, 0.9, 2, 5000, 700, 52], 357.64271874513724],
  ['MBG', [0.7, 4, 1, 2, 5000, 700, 520], 2766.187576796088],
  ['MBG', [1000000, 800000, 0.5, 2, 3, 10, 52], 29.14869304386145],
  ['MBG', [0.5, 6, 1000000, 2000000, 1, 20, 52], 1.6057267420590502],
  ['MBG', [0.5, 6, 2, 3, 1, 20, 1e-6], 5.769230689983095e-8],
  ['MBG', [40, 1, 0.5, 0.5, 100, 0.2, 520], 4754.512351126116],
]

describe('expectedOrders', () => {
  it('is 1.226 for the customer of Fader, Hardie and Lee (2005), section 5', () => {
    const orders = expectedOrders(PAPER, { x: 2, tx: 30.43, T: 38.86 }, 39)
    expect(orders.toFixed(3)).toBe('1.226')
    // scipy.special.hyp2f1.
    expect(Math.abs(orders / 1.226028174767135 - 1)).toBeLessThan(1e-10)
  })

  it.each(EXACT)('if alive, under %s at %j, agrees with the formula in 80 digits', (model, given, wanted) => {
    const [r, alpha, a, b, x, T, t] = given as [number, number, number, number, number, number, number]
    expect(Math.abs(ordersIfAlive({ model, r, alpha, a, b }, x, T, t) / wanted - 1)).toBeLessThan(1e-10)
  })

  it('runs smoothly through a = 1, where the published formula is 0 / 0', () => {
    const at = (a: number) => ordersIfAlive({ ...PAPER, a }, 2, 30, 39)
    for (const step of [1e-3, 1e-6, 1e-9, 1e-12]) {
      expect((at(1 + step) - at(1 - step)) / (2 * step)).toBeCloseTo(
        (at(1.001) - at(0.999)) / 0.002,
        step < 1e-10 ? 2 : 4,
      )
    }
  })

  it('without dropout is order rate x time', () => {
    for (const t of [1, 39, 39_000]) {
      for (const model of ['MBG', 'BG'] as const) {
        const orders = ordersIfAlive({ model, r: 0.5, alpha: 6, a: 0, b: 1 }, 3, 20, t)
        expect(Math.abs(orders / ((3.5 * t) / 26) - 1)).toBeLessThan(1e-12)
      }
    }
  })

  it('changes over from sum to integral unseen', () => {
    const p = { ...MBG, alpha: 1 }
    for (const x of [0, 1, 40]) {
      const rise = ordersIfAlive(p, x, 0, 100 + 1e-9) / ordersIfAlive(p, x, 0, 100)
      expect(Math.abs(rise - 1)).toBeLessThan(1e-10)
    }
  })

  it('rises with the horizon, at most as without dropout, from 0', () => {
    fc.assert(
      fc.property(anyParameters, fc.nat(50), between(0, 100), between(0.01, 300), (p, x, T, t) => {
        const [near, far] = [ordersIfAlive(p, x, T, t), ordersIfAlive(p, x, T, 2 * t)]
        expect(ordersIfAlive(p, x, T, 0)).toBe(0)
        expect(near).toBeGreaterThan(0)
        expect(far).toBeGreaterThan(near)
        expect(near).toBeLessThanOrEqual(((p.r + x) * t * (1 + 1e-12)) / (p.alpha + T))
      }),
    )
  })
})

describe('aliveChance', () => {
  // The models' definition integrated numerically over order rate and dropout (scipy.integrate.dblquad).
  it.each([
    ['BG', 2, 30.43, 0.6348490814457725],
    ['MBG', 2, 30.43, 0.7062022651186511],
    ['BG', 3, 5, 0.029004118195669424],
    ['MBG', 3, 5, 0.03673479277344193],
    ['BG', 0, 0, 1],
    ['MBG', 0, 0, 0.38973508091876385],
  ] as const)('of %s with %d repeat orders, the last at %d, T = 38.86', (model, x, tx, wanted) => {
    expect(aliveChance({ ...MBG, model }, { x, tx, T: 38.86 })).toBeCloseTo(wanted, 9)
  })

  it('is 0, not nothing, after thousands of orders and a long silence', () => {
    expect(aliveChance(MBG, { x: 5000, tx: 1, T: 700 })).toBe(0)
    expect(aliveChance({ ...MBG, a: 0 }, { x: 10, tx: 1, T: 700 })).toBe(1)
  })
})

describe('activeChance', () => {
  it('is P(alive) times the chance of an order', () => {
    // 0.38973508... x (1 - (45.043 / 84.043)^0.525)
    const wanted = 0.38973508091876385 * (1 - (45.043 / 84.043) ** 0.525)
    expect(activeChance(MBG, { x: 0, tx: 0, T: 38.86 }, 39)).toBeCloseTo(wanted, 9)
  })

  it('tells one-time buyers apart by how long ago they bought', () => {
    const chances = [1, 10, 40].map((T) => activeChance(MBG, { x: 0, tx: 0, T }, 13))
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(new Set(chances).size).toBe(3)
  })

  it('lies within 0 and 1, grows with the horizon, and is 0 at once', () => {
    fc.assert(
      fc.property(anyParameters, fc.nat(50), between(0, 100), between(0.01, 300), (p, x, wait, t) => {
        const history = { x, tx: x === 0 ? 0 : 10, T: x === 0 ? wait : 10 + wait }
        const [near, far] = [activeChance(p, history, t), activeChance(p, history, 2 * t)]
        expect(activeChance(p, history, 0)).toBe(0)
        expect(near).toBeGreaterThanOrEqual(0)
        expect(far).toBeGreaterThanOrEqual(near)
        expect(far).toBeLessThanOrEqual(1)
      }),
    )
  })
})
