import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abcClasses } from '../../../core/scoring/abc-classes.ts'
import { pareto } from '../../../core/scoring/pareto.ts'

const amounts = fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 1, maxLength: 40 })
const rules = fc.constantFrom('START' as const, 'END' as const, 'COUNT' as const)
const limits = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([x, y]) => ({ a: Math.min(x, y) / 100, b: Math.max(x, y) / 100 }))
const rank = { A: 3, B: 2, C: 1 }

describe('abcClasses', () => {
  // running shares, worked by hand: .5, .8, .9, .95, 1
  const values = [30, 50, 5, 10, 5]

  it.each([
    // before: .5 | 0 | .9 | .8 | .9; the two of 5 are one step
    ['START', values, 0.8, 0.95, 'AABBB'],
    ['START', values, 0.8, 0.9, 'AACBC'],
    ['START', values, 0.81, 0.95, 'AABAB'],
    // with: .8 | .5 | 1 | .9 | 1
    ['END', values, 0.8, 0.95, 'AACBC'],
    ['END', values, 0.79, 0.9, 'BACBC'],
    ['END', values, 0.8, 1, 'AABBB'],
    // rows before: 1/5 | 0 | 3/5 | 2/5 | 3/5
    ['COUNT', values, 0.2, 0.6, 'BACBC'],
    ['COUNT', values, 0.21, 0.61, 'AABBB'],
    // one customer is 90 %: A by START, but no share with it is within .8 by END
    ['START', [90, 10], 0.8, 0.95, 'AB'],
    ['END', [90, 10], 0.8, 0.95, 'BC'],
    // refunds and zeros are C and count in no total, but are rows to COUNT
    ['START', [80, -40, 20, 0], 0.8, 0.95, 'ACBC'],
    ['COUNT', [80, -40, 20, 0], 0.25, 0.5, 'ACBC'],
    ['COUNT', [80, -40, 20, 0], 0.25, 0.25, 'ACCC'],
    ['START', [0, 0, 0], 0.8, 0.95, 'CCC'],
    ['END', [-1, 0], 0.8, 1, 'CC'],
    ['START', [7], 0.8, 0.95, 'A'],
    ['END', [7], 0.8, 0.95, 'C'],
    ['END', [7], 0.8, 1, 'B'],
    ['START', [4, 4, 4, 4], 0.8, 0.95, 'AAAA'],
    ['END', [4, 4, 4, 4], 0.8, 0.95, 'CCCC'],
    // 0.7 + 0.1 is 0.7999... in binary, which is 0.8 to a person
    ['START', [0.7, 0.1, 0.2], 0.9, 0.95, 'ABA'],
    ['END', [0.7, 0.1], 0.875, 1, 'AB'],
    ['START', [0.6, 0.3, 0.1], 0.9, 0.95, 'AAB'],
    ['END', [0.6, 0.3, 0.1], 0.9, 0.95, 'AAC'],
  ] as const)('by %s of %j with %d and %d', (rule, given, a, b, classes) => {
    expect(abcClasses(given, { a, b, rule }).join('')).toBe(classes)
  })

  it('takes 0.8, 0.95 and START where nothing is said, and keeps blanks blank', () => {
    expect(abcClasses([50, undefined, 30, 15, 5])).toEqual(['A', undefined, 'A', 'B', 'C'])
    expect(abcClasses([])).toEqual([])
    expect(abcClasses([undefined])).toEqual([undefined])
    // two rows, so that the second comes after half of them
    expect(abcClasses([2, undefined, 1, undefined], { a: 0.5, rule: 'COUNT' })).toEqual([
      'A',
      undefined,
      'B',
      undefined,
    ])
  })

  it('does not depend on the order of the rows, so that equal values share a class', () => {
    fc.assert(
      fc.property(amounts, limits, rules, (values, limit, rule) => {
        const given = { ...limit, rule }
        const classes = abcClasses(values, given)
        expect(abcClasses([...values].reverse(), given).reverse()).toEqual(classes)
        for (const [i, x] of values.entries()) expect(classes[values.indexOf(x)]).toBe(classes[i])
      }),
    )
  })

  it('never gives a larger value a lower class, nor anything but C to values of 0 and less', () => {
    fc.assert(
      fc.property(amounts, limits, rules, (values, limit, rule) => {
        const classes = abcClasses(values, { ...limit, rule }) as ('A' | 'B' | 'C')[]
        const ranked = values.map((value, i) => ({ value, class: rank[classes[i] as 'A'] }))
        ranked.sort((x, y) => x.value - y.value)
        for (const [i, { class: own }] of ranked.entries()) {
          expect(own).toBeGreaterThanOrEqual(ranked[i - 1]?.class ?? 1)
        }
        for (const [i, value] of values.entries()) if (value <= 0) expect(classes[i]).toBe('C')
      }),
    )
  })

  it('does not change with the currency', () => {
    fc.assert(
      fc.property(amounts, limits, rules, fc.constantFrom(0.01, 7.3, 1000), (values, limit, rule, rate) => {
        const given = { ...limit, rule }
        const other = abcClasses(
          values.map((value) => value * rate),
          given,
        )
        expect(other).toEqual(abcClasses(values, given))
      }),
    )
  })

  it('puts the largest value into A by START, and never more than the share of a into A by END', () => {
    fc.assert(
      fc.property(amounts, limits, (values, limit) => {
        const largest = Math.max(...values)
        if (largest > 0) expect(abcClasses(values, limit)[values.indexOf(largest)]).toBe('A')
        const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)
        const inA = abcClasses(values, { ...limit, rule: 'END' }).map((each, i) => (each === 'A' ? values[i] : 0))
        const held = inA.reduce<number>((sum, value) => sum + (value as number), 0)
        expect(held).toBeLessThanOrEqual(limit.a * total + 1e-9 * total)
      }),
    )
  })
})

describe('pareto', () => {
  it('adds up rows of the same item, ranks them and runs the shares', () => {
    expect(pareto(['late', 'wrong', 'late', 'other'], [38, 30, 22, 10])).toEqual([
      { item: 'late', value: 60, share: 0.6, cumulative: 0.6, class: 'A' },
      { item: 'wrong', value: 30, share: 0.3, cumulative: 0.9, class: 'A' },
      { item: 'other', value: 10, share: 0.1, cumulative: 1, class: 'B' },
    ])
  })

  it('joins 17 with "17" but no ids that differ in case or spaces', () => {
    const rows = pareto([17, 'a', '17', 'A', 'a '], [1, 5, 2, 4, 3])
    expect(rows.map(({ item, value }) => [item, value])).toEqual([
      ['a', 5],
      ['A', 4],
      [17, 3],
      ['a ', 3],
    ])
  })

  it('gives refunds no share, zeros a share of 0, and nothing a share where all is 0', () => {
    expect(pareto(['x', 'y', 'z'], [-5, 0, 10])).toEqual([
      { item: 'z', value: 10, share: 1, cumulative: 1, class: 'A' },
      { item: 'y', value: 0, share: 0, cumulative: 1, class: 'C' },
      { item: 'x', value: -5, share: undefined, cumulative: undefined, class: 'C' },
    ])
    expect(pareto(['x', 'y'], [0, 0])).toEqual([
      { item: 'x', value: 0, share: undefined, cumulative: undefined, class: 'C' },
      { item: 'y', value: 0, share: undefined, cumulative: undefined, class: 'C' },
    ])
    expect(pareto([], [])).toEqual([])
  })

  const rows = fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r', 's', 't'), fc.integer({ min: 0, max: 100 })), {
    minLength: 1,
    maxLength: 30,
  })
  const of = (given: readonly (readonly [string, number])[]) =>
    pareto(
      given.map(([item]) => item),
      given.map(([, value]) => value),
    )

  it('has shares that sum to one, run up to one, and never grow down the table', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const table = of(given)
        if (given.every(([, value]) => value === 0)) return
        expect(table.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1, 12)
        expect(table[table.length - 1]?.cumulative).toBeCloseTo(1, 12)
        for (const [i, { share, cumulative }] of table.entries()) {
          const before = table[i - 1]
          expect(share).toBeLessThanOrEqual(before?.share ?? 1)
          expect(cumulative).toBeCloseTo((before?.cumulative ?? 0) + (share as number), 12)
        }
      }),
    )
  })

  it('gives every item the same figures whatever the order of the rows', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const backwards = new Map(of([...given].reverse()).map((row) => [row.item, row]))
        for (const { item, value, share, class: own } of of(given)) {
          expect(backwards.get(item)).toMatchObject({ value, class: own })
          expect(backwards.get(item)?.share).toBe(share)
        }
      }),
    )
  })
})
