import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileTiers } from '../../../core/scoring/quantile-tiers.ts'
import type { Standard } from '../../../core/standard/standard.ts'
import { standardScores, type Values } from '../../../core/standard/standard-scores.ts'
import { tierPlace } from '../../../core/standard/tier-place.ts'
import { whatIf } from '../../../core/standard/what-if.ts'
import { whyScore } from '../../../core/standard/why-score.ts'

const standard = (part: Partial<Standard>): Standard => ({
  ...{ name: 'S', version: 1, indicators: [], method: 'PERCENTRANK', cut: 'SCORE', product: '', note: '' },
  tiers: [
    { label: 'C', from: 0 },
    { label: 'B', from: 40 },
    { label: 'A', from: 70 },
  ],
  limits: { probability: null, collectDays: null },
  ...part,
})
const indicator = (key: string, weight = 1, direction: 1 | -1 = 1) => ({ key, label: key, weight, direction })
const from = (columns: Record<string, Values>) => (key: string) => columns[key] as Values

const cell = fc.option(
  fc.integer({ min: -40, max: 40 }).map((value) => value / 4),
  { nil: undefined, freq: 6 },
)
const isWhole = (value: number | undefined, step: number) =>
  value === undefined || ((value * 100) / (step * 100)) % 1 === 0

/** A standard of three indicators over the same customers, some cells blank. */
const scored = fc
  .record({
    rows: fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 25 }),
    weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
    directions: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom<1 | -1>(1, -1))) as fc.Arbitrary<(1 | -1)[]>,
    method: fc.constantFrom('PERCENTRANK' as const, 'MINMAX' as const),
    cut: fc.constantFrom('SCORE' as const, 'SHARE' as const),
  })
  .map(({ rows, weights, directions, method, cut }) => {
    const columns = Object.fromEntries(['a', 'b', 'c'].map((key, at) => [key, rows.map((row) => row[at])]))
    const indicators = ['a', 'b', 'c'].map((key, at) => indicator(key, weights[at], directions[at] as 1 | -1))
    return { columns, customers: rows.length, standard: standard({ indicators, method, cut }) }
  })

describe('standardScores', () => {
  it('gives the tier of the highest least score that is reached', () => {
    const values = { x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, undefined] }
    const found = standardScores(standard({ indicators: [indicator('x')], method: 'MINMAX' }), from(values))
    expect(found.tiers.join('')).toBe('CCCCBBBAAAA')
    expect(found.tiers[11]).toBeUndefined()
    expect(found.bounds).toEqual([40, 70])
  })

  it('reaches a least score that only rounding keeps it below, and is above a bound by share only where it is', () => {
    expect(tierPlace(59.999999999999986, [60, 80], 'SCORE')).toBe(1)
    expect(tierPlace(59.9999, [60, 80], 'SCORE')).toBe(0)
    expect(tierPlace(60, [60, 80], 'SHARE')).toBe(0)
  })

  it('gives the best 20 % and the next 30 % by share, ties together', () => {
    const tiers = [
      { label: 'C', from: 0 },
      { label: 'B', from: 50 },
      { label: 'A', from: 80 },
    ]
    const by = (x: Values) =>
      standardScores(standard({ indicators: [indicator('x')], cut: 'SHARE', tiers }), from({ x })).tiers.join('')
    expect(by([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe('CCCCCBBBAA')
    expect(by([1, 2, 3, 4, 5, 6, 7, 9, 9, 9])).toBe('CCCCCBBBBB')
    expect(by([5, 5, 5])).toBe('CCC')
  })

  it('by equal shares gives the tiers that quantileTiers gives', () => {
    fc.assert(
      fc.property(scored, ({ columns, standard: given }) => {
        const tiers = ['D', 'C', 'B', 'A'].map((label, at) => ({ label, from: 25 * at }))
        const found = standardScores({ ...given, cut: 'SHARE', tiers }, from(columns))
        const scores = found.scores.map((score) => (score === undefined ? undefined : score))
        expect(found.tiers).toEqual(quantileTiers(scores, 4, 'VALUE', ['D', 'C', 'B', 'A']))
      }),
    )
  })

  it('keeps a customer that misses a limit in the lowest tier; what is not known misses none', () => {
    const columns = {
      x: [1, 2, 3, 4, 5],
      'orders:probability': [0.9, 0.9, 0.9, 0.1, undefined],
      'orders:collectDays': [10, 10, 61, 10, undefined],
    }
    const limits = { probability: 0.5, collectDays: 60 }
    const found = standardScores(standard({ indicators: [indicator('x')], limits }), from(columns))
    expect(found.tiers).toEqual(['C', 'C', 'C', 'C', 'A'])
    expect(found.scores).toEqual([0, 25, 50, 75, 100])
    const why = whyScore(standard({ indicators: [indicator('x')], limits }), from(columns), 2)
    expect(why.misses).toEqual([{ limit: 'collectDays', value: 61, bound: 60 }])
    expect(why.indicators[0]?.lift).toBeUndefined()
  })
})

describe('whatIf', () => {
  it('counts who moves, and lists ups before downs, the greatest change first', () => {
    const before = { scores: [80, 45, 10, 20, null, 30], tiers: ['A', 'B', 'C', 'C', '', 'X'] }
    const after = { scores: [30, 50, 41, 99, 60, undefined], tiers: ['C', 'B', 'B', 'A', 'B', undefined] }
    expect(whatIf(before, after, ['C', 'B', 'A'])).toEqual({
      tiers: [
        { label: 'A', customers: 1, before: 1 },
        { label: 'B', customers: 3, before: 1 },
        { label: 'C', customers: 1, before: 2 },
      ],
      ...{ up: 2, down: 1, first: 1, none: 0, unscored: 1 },
      movers: [
        { row: 3, move: 'up' },
        { row: 2, move: 'up' },
        { row: 0, move: 'down' },
        { row: 4, move: 'first' },
      ],
    })
  })

  it('moves nobody under the same standard, and the counts of movers add up', () => {
    fc.assert(
      fc.property(scored, fc.integer({ min: 0, max: 9 }), ({ columns, standard: given }, weight) => {
        const one = standardScores(given, from(columns))
        const order = given.tiers.map(({ label }) => label)
        expect(whatIf(one, one, order)).toMatchObject({ up: 0, down: 0, first: 0, none: 0, movers: [] })
        const changed = given.indicators.map((each, at) => (at === 1 ? { ...each, weight } : each))
        const other = standardScores({ ...given, indicators: changed }, from(columns))
        const moved = whatIf(one, other, order)
        expect(moved.movers).toHaveLength(moved.up + moved.down + moved.first + moved.none)
        for (const { label, customers, before } of moved.tiers) {
          expect(customers).toBe(other.tiers.filter((tier) => tier === label).length)
          expect(before).toBe(one.tiers.filter((tier) => tier === label).length)
        }
      }),
    )
  })
})

describe('whyScore', () => {
  it('explains a score to its last point', () => {
    fc.assert(
      fc.property(scored, fc.nat(), ({ columns, customers, standard: given }, pick) => {
        const row = pick % customers
        const why = whyScore(given, from(columns), row)
        const points = why.indicators.reduce((sum, each) => sum + (each.points ?? 0), 0)
        expect(points).toBeCloseTo(why.score ?? 0, 9)
        const most = why.indicators.reduce((sum, each) => sum + (each.most ?? 0), 0)
        if (why.score !== undefined) expect(most).toBeCloseTo(100, 9)
        if (why.next) expect(why.next.from).toBeCloseTo((why.score as number) + why.next.missing, 9)
      }),
    )
  })

  it('names the least value that alone lifts a customer a tier: it does, and one step less does not', () => {
    fc.assert(
      fc.property(scored, fc.nat(), ({ columns, customers, standard: whole }, pick) => {
        const given = { ...whole, cut: 'SCORE' as const }
        const row = pick % customers
        const why = whyScore(given, from(columns), row)
        if (!why.next) return
        const tierWith = (key: string, value: number) => {
          const changed = { ...columns, [key]: (columns[key] as Values).map((own, at) => (at === row ? value : own)) }
          return given.tiers.findIndex(({ label }) => label === standardScores(given, from(changed)).tiers[row])
        }
        const wanted = given.tiers.findIndex(({ label }) => label === why.next?.label)
        for (const { key, lift, direction, value } of why.indicators) {
          // Where nobody else has a value, any value is the best and the worst at once.
          if (columns[key]?.every((each, at) => at === row || each === undefined)) continue
          const fine = [1, 0.1, 0.01].find((step) =>
            (columns[key] as Values).every((each) => isWhole(each, step)),
          ) as number
          if (lift === undefined) {
            expect(tierWith(key, direction * 1e6)).toBeLessThan(wanted)
            continue
          }
          expect(tierWith(key, lift)).toBeGreaterThanOrEqual(wanted)
          const less = Math.round((lift - direction * fine) * 100) / 100
          const isBetterThanOwn = value === undefined || direction * (less - value) >= 0
          if (isBetterThanOwn && value !== undefined) expect(tierWith(key, less)).toBeLessThan(wanted)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says where each value stands, the bounds and what is missing, worked by hand', () => {
    const columns = { orders: [1, 2, 3, 4, 5], late: [30, 10, 20, 40, 50] }
    const given = standard({ indicators: [indicator('orders', 3), indicator('late', 1, -1)] })
    // orders: 50 points of 100, late: 75 of 100; 0.75 x 50 + 0.25 x 75 = 56.25
    expect(whyScore(given, from(columns), 2)).toEqual({
      ...{ standard: 'S', version: 1, score: 56.25, tier: 'B', misses: [] },
      rank: { place: 3, of: 5, above: 0.5 },
      indicators: [
        {
          ...{ key: 'orders', label: 'orders', direction: 1, share: 0.75, value: 3, points: 37.5, most: 75 },
          ...{ rank: { place: 3, of: 5, above: 0.5 }, lowest: 1, highest: 5, lift: 5 },
        },
        {
          ...{ key: 'late', label: 'late', direction: -1, share: 0.25, value: 20, points: 18.75, most: 25 },
          ...{ rank: { place: 2, of: 5, above: 0.75 }, lowest: 10, highest: 50 },
        },
      ],
      tiers: [{ label: 'A', from: 70 }, { label: 'B', from: 40 }, { label: 'C' }],
      next: { label: 'A', from: 70, missing: 13.75 },
    })
  })
})
