import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rfm, type Segmentation } from '../../../core/rfm/rfm.ts'
import { rfmRules } from '../../../core/rfm/rfm-rules.ts'
import { rfmScores } from '../../../core/rfm/rfm-scores.ts'
import { rfmSegments } from '../../../core/rfm/rfm-segments.ts'
import { rfm8Segments } from '../../../core/rfm/rfm8-segments.ts'
import { segmentSummary } from '../../../core/rfm/segment-summary.ts'

const grid: Segmentation<string> = { by: 'scores', rules: rfmRules.GRID, others: 'others' }
const order = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  day: fc.integer({ min: 18_000, max: 19_000 }),
  amount: fc.integer({ min: 1, max: 500 }),
})
const orders = fc.array(order, { minLength: 1, maxLength: 80 })

function columns(rows: readonly { id: string | number; day: number; amount: number }[]) {
  return { ids: rows.map((row) => row.id), days: rows.map((row) => row.day), amounts: rows.map((row) => row.amount) }
}

function codes(rows: readonly { id: string; day: number; amount: number }[]) {
  const result = rfm(columns(rows), { segmentation: grid })
  return new Map(result.customers.map((customer, i) => [customer, `${result.codes[i]} ${result.segments[i]}`]))
}

describe('rfm', () => {
  it('counts recency to the day after the last order, in order of first appearance', () => {
    const rows = [
      { id: 'b', day: 100, amount: 5 },
      { id: 'a', day: 110, amount: 1 },
      { id: 'b', day: 103, amount: 2.5 },
    ]
    const result = rfm(columns(rows), { segmentation: grid })
    expect(result).toMatchObject({
      customers: ['b', 'a'],
      last: [103, 110],
      recency: [8, 1],
      frequency: [2, 1],
      monetary: [7.5, 1],
      codes: ['155', '511'],
      segments: ['cantLoseThem', 'newCustomers'],
    })
  })

  it('leaves out orders after asOf, and customers who have no others', () => {
    const rows = [
      { id: 'a', day: 100, amount: 1 },
      { id: 'b', day: 120, amount: 1 },
      { id: 'a', day: 121, amount: 9 },
    ]
    const result = rfm(columns(rows), { asOf: 110, segmentation: grid })
    expect(result).toMatchObject({ customers: ['a'], recency: [10], frequency: [1], monetary: [1] })
  })

  it('counts an order on the day asOf itself as 0 days ago', () => {
    const rows = [{ id: 'a', day: 110, amount: 1 }]
    expect(rfm(columns(rows), { asOf: 110, segmentation: grid })).toMatchObject({ customers: ['a'], recency: [0] })
  })

  it('keeps ids apart that differ in case or spaces, and joins 17 with "17"', () => {
    const rows = ['A1', 'a1', 'A1 ', 17, '17'].map((id) => ({ id, day: 1, amount: 1 }))
    expect(rfm(columns(rows), { segmentation: grid }).customers).toEqual(['A1', 'a1', 'A1 ', 17])
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(orders, (rows) => {
        const backwards = codes([...rows].reverse())
        for (const [customer, code] of codes(rows)) expect(backwards.get(customer)).toBe(code)
      }),
    )
  })

  it('does not change when every amount is doubled and every date moved by a year', () => {
    fc.assert(
      fc.property(orders, (rows) => {
        const moved = rows.map((row) => ({ ...row, day: row.day + 365, amount: 2 * row.amount }))
        expect(codes(moved)).toEqual(codes(rows))
      }),
    )
  })
})

describe('rfmScores', () => {
  it('ranks the most recent highest, ties by first appearance', () => {
    const recency = [10, 10, 3, 50]
    const same = [1, 1, 1, 1]
    expect(rfmScores(recency, same, same, [2, 2, 2], 'RANK').r).toEqual([1, 2, 2, 1])
    expect(rfmScores(recency, same, same, [2, 2, 2], 'VALUE').r).toEqual([2, 2, 2, 1])
  })

  it('joins codes with a hyphen once a score can have two digits', () => {
    expect(rfmScores([1, 9], [2, 1], [1, 2], [10, 5, 5]).codes).toEqual(['10-5-1', '1-1-5'])
  })
})

describe('rfmSegments', () => {
  const cells = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].map((f) => ({ r, f })))

  it('puts every cell of the grid into exactly one segment', () => {
    for (const { r, f } of cells) {
      const fitting = rfmRules.GRID.filter(({ r: [a, b], f: [c, d] }) => a <= r && r <= b && c <= f && f <= d)
      expect(fitting).toHaveLength(1)
    }
  })

  it.each([
    ['GRID', 5, 4, 1, 'champions'],
    ['GRID', 4, 1, 5, 'promising'],
    ['GRID', 2, 5, 1, 'cantLoseThem'],
    ['RFM10', 5, 5, 5, 'champions'],
    ['RFM10', 5, 5, 1, 'others'],
    ['RFM10', 1, 1, 1, 'lost'],
    ['CLASSIC', 5, 5, 5, 'champions'],
    ['CLASSIC', 1, 5, 5, 'atRisk'],
    ['CLASSIC', 5, 5, 1, 'others'],
  ] as const)('by %s of %d%d%d is %s', (set, r, f, m, segment) => {
    expect(rfmSegments<string>({ r: [r], f: [f], m: [m] }, rfmRules[set], 'others')).toEqual([segment])
  })

  it('scales three bins to the scores 1, 3 and 5', () => {
    const scores = { r: [1, 2, 3], f: [1, 2, 3] }
    expect(rfmSegments<string>(scores, rfmRules.GRID, 'others', [3, 3, 3])).toEqual([
      'hibernating',
      'needAttention',
      'champions',
    ])
  })
})

describe('rfm8Segments', () => {
  it('tells the eight classes by the means, recency on its mean still high', () => {
    const recency = [1, 1, 9, 9, 1, 1, 9, 9]
    const frequency = [9, 1, 9, 1, 9, 1, 9, 1]
    const monetary = [9, 9, 9, 9, 1, 1, 1, 1]
    expect(rfm8Segments(recency, frequency, monetary)).toEqual([
      'importantValue',
      'importantDevelopment',
      'importantRetention',
      'importantWinBack',
      'generalValue',
      'generalDevelopment',
      'generalRetention',
      'generalWinBack',
    ])
    expect(rfm8Segments([5], [5], [5])).toEqual(['generalDevelopment'])
  })

  it.each([3, 10, 30, 70, 1000])('takes %d customers who pay the same for none above the mean', (customers) => {
    const of = (value: number) => new Array<number>(customers).fill(value)
    for (const amount of [29.9, 0.1, 1 / 3, 19.99, -0.7]) {
      expect(new Set(rfm8Segments(of(5), of(2), of(amount)))).toEqual(new Set(['generalDevelopment']))
    }
  })
})

describe('segmentSummary', () => {
  it('averages by customer, or by order where orders are given', () => {
    const segments = ['x', 'y', 'x']
    expect(segmentSummary(segments, [10, 30, 20])).toEqual([
      { segment: 'x', customers: 2, share: 2 / 3, revenue: 30, revenueShare: 0.5, average: 15 },
      { segment: 'y', customers: 1, share: 1 / 3, revenue: 30, revenueShare: 0.5, average: 30 },
    ])
    expect(segmentSummary(segments, [10, 30, 20], [2, 0, 4]).map((row) => row.average)).toEqual([5, undefined])
  })

  it('has shares that add up to 1', () => {
    fc.assert(
      fc.property(orders, (rows) => {
        const summary = segmentSummary(
          rows.map((row) => row.id),
          rows.map((row) => row.amount),
        )
        expect(summary.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 10)
        expect(summary.reduce((sum, row) => sum + (row.revenueShare ?? 0), 0)).toBeCloseTo(1, 10)
      }),
    )
  })
})
