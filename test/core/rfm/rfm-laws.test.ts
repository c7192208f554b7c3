import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RfmRuleSet, rfmRules } from '../../../core/rfm/rfm-rules.ts'
import { rfmScores } from '../../../core/rfm/rfm-scores.ts'
import { rfmSegments } from '../../../core/rfm/rfm-segments.ts'
import { rfmValues } from '../../../core/rfm/rfm-values.ts'
import { rfm8Segments } from '../../../core/rfm/rfm8-segments.ts'
import { segmentSummary } from '../../../core/rfm/segment-summary.ts'

const day = fc.integer({ min: 0, max: 400 })
const count = fc.integer({ min: 1, max: 30 })
const money = fc.integer({ min: -200, max: 5000 })
const customers = fc.array(fc.record({ r: day, f: count, m: money }), { minLength: 1, maxLength: 30 })
const bins = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 2, max: 12 })))
const method = fc.constantFrom('VALUE' as const, 'RANK' as const)
type Customer = { r: number; f: number; m: number }

function columns(rows: readonly Customer[]): [number[], number[], number[]] {
  return [rows.map(({ r }) => r), rows.map(({ f }) => f), rows.map(({ m }) => m)]
}

describe('rfmValues', () => {
  const order = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    day: fc.integer({ min: 100, max: 200 }),
    amount: money,
  })
  const orders = fc.array(order, { minLength: 1, maxLength: 40 })

  it('counts every order up to the day once, and every amount once', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 100, max: 210 }), (rows, asOf) => {
        const given = {
          ids: rows.map((row) => row.id),
          days: rows.map((row) => row.day),
          amounts: rows.map((row) => row.amount),
        }
        const values = rfmValues(given, asOf)
        const counted = rows.filter((row) => row.day <= asOf)
        const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0)
        expect(sum(values.frequency)).toBe(counted.length)
        expect(sum(values.monetary)).toBe(sum(counted.map((row) => row.amount)))
        expect(new Set(values.customers)).toEqual(new Set(counted.map((row) => row.id)))
        for (const [i, id] of values.customers.entries()) {
          const last = Math.max(...counted.filter((row) => row.id === id).map((row) => row.day))
          expect([values.last[i], values.recency[i]]).toEqual([last, asOf - last])
        }
      }),
    )
  })
})

describe('rfmScores', () => {
  it('run from 1 to their bins, never lower for who bought more recently, more often or for more', () => {
    fc.assert(
      fc.property(customers, bins, (rows, [r, f, m]) => {
        const scores = rfmScores(...columns(rows), [r as number, f as number, m as number])
        for (const [i, a] of rows.entries()) {
          expect(Math.min(scores.r[i] as number, scores.f[i] as number, scores.m[i] as number)).toBeGreaterThanOrEqual(
            1,
          )
          expect(scores.r[i]).toBeLessThanOrEqual(r as number)
          expect(scores.f[i]).toBeLessThanOrEqual(f as number)
          expect(scores.m[i]).toBeLessThanOrEqual(m as number)
          for (const [k, b] of rows.entries()) {
            if (a.r <= b.r) expect(scores.r[i]).toBeGreaterThanOrEqual(scores.r[k] as number)
            if (a.f >= b.f) expect(scores.f[i]).toBeGreaterThanOrEqual(scores.f[k] as number)
            if (a.m >= b.m) expect(scores.m[i]).toBeGreaterThanOrEqual(scores.m[k] as number)
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('do not depend on the order of the rows, the day or the currency, by VALUE', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const { codes } = rfmScores(...columns(rows))
        expect(rfmScores(...columns([...rows].reverse())).codes.reverse()).toEqual(codes)
        const later = rows.map(({ r, f, m }) => ({ r: r + 30, f, m: 8 * m }))
        expect(rfmScores(...columns(later)).codes).toEqual(codes)
      }),
    )
  })

  it('make equal numbers of customers per score, by RANK', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const scores = rfmScores(...columns(rows), [3, 3, 3], 'RANK')
        for (const list of [scores.r, scores.f, scores.m]) {
          const sizes = [1, 2, 3].map((score) => list.filter((each) => each === score).length)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('are written one after the other in the code, parted from 10 bins on', () => {
    fc.assert(
      fc.property(customers, bins, method, (rows, [r, f, m], way) => {
        const limits = [r as number, f as number, m as number] as const
        const scores = rfmScores(...columns(rows), limits, way)
        const joint = limits.some((each) => each >= 10) ? '-' : ''
        for (const [i, code] of scores.codes.entries()) {
          expect(code).toBe([scores.r[i], scores.f[i], scores.m[i]].join(joint))
        }
      }),
    )
  })
})

describe('rfmSegments', () => {
  const all = [1, 2, 3, 4, 5]
  const cells = all.flatMap((r) => all.flatMap((f) => all.map((m) => ({ r, f, m }))))
  const segmentsOf = (set: RfmRuleSet) =>
    rfmSegments<string>(
      { r: cells.map(({ r }) => r), f: cells.map(({ f }) => f), m: cells.map(({ m }) => m) },
      rfmRules[set],
      'others',
    )

  it('does not look at M by GRID', () => {
    const found = segmentsOf('GRID')
    for (const [i, { r, f }] of cells.entries()) {
      expect(found[i]).toBe(found[cells.findIndex((cell) => cell.r === r && cell.f === f)])
    }
  })

  // counted in Python from the rule tables of FUNCTIONS.md, first match wins
  it.each([
    [
      'GRID',
      {
        hibernating: 20,
        atRisk: 20,
        cantLoseThem: 10,
        aboutToSleep: 10,
        needAttention: 5,
        loyal: 20,
        promising: 5,
        potentialLoyalists: 20,
        newCustomers: 5,
        champions: 10,
      },
    ],
    [
      'RFM10',
      {
        lost: 14,
        atRisk: 7,
        needAttention: 4,
        cantLoseThem: 6,
        aboutToSleep: 10,
        others: 10,
        loyal: 15,
        promising: 8,
        potentialLoyalists: 35,
        newCustomers: 15,
        champions: 1,
      },
    ],
    [
      'CLASSIC',
      {
        lost: 3,
        others: 36,
        atRisk: 20,
        aboutToSleep: 3,
        needAttention: 3,
        loyal: 28,
        potentialLoyalists: 24,
        champions: 8,
      },
    ],
  ] as const)('by %s puts as many of the 125 scores into each segment as the tables say', (set, sizes) => {
    const counted: Record<string, number> = {}
    for (const name of segmentsOf(set)) counted[name] = (counted[name] ?? 0) + 1
    expect(counted).toEqual(sizes)
  })

  it('scales other bins by 1 + ROUND(4 (s - 1) / (n - 1)), halves up', () => {
    const named = all.map((score) => ({ name: String(score), r: [score, score] as const, f: [1, 5] as const }))
    const scaled = (bins: number) => {
      const scores = Array.from({ length: bins }, (_, i) => i + 1)
      const ones = scores.map(() => 1)
      return rfmSegments({ r: scores, f: ones }, named, 'others', [bins, 5, 5]).join('')
    }
    expect(scaled(2)).toBe('15')
    expect(scaled(3)).toBe('135')
    // 4/3 and 8/3 are rounded to 1 and 3
    expect(scaled(4)).toBe('1245')
    expect(scaled(5)).toBe('12345')
    expect(scaled(6)).toBe('123345')
    expect(scaled(7)).toBe('1223445')
    // 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4 are rounded to 1, 1, 2, 2, 3, 3, 4, 4
    expect(scaled(9)).toBe('122334455')
  })

  it('takes the first rule that fits, else the name of the others', () => {
    const rules = [
      { name: 'first', r: [4, 5] as const, f: [1, 5] as const },
      { name: 'second', r: [1, 5] as const, f: [3, 5] as const, m: [2, 4] as const },
    ]
    const scores = { r: [4, 3, 3, 3, 3], f: [3, 3, 2, 5, 3], m: [3, 2, 3, 4, 5] }
    expect(rfmSegments(scores, rules, 'none')).toEqual(['first', 'second', 'none', 'second', 'none'])
  })
})

describe('rfm8Segments', () => {
  const classes = {
    true: {
      truetrue: 'importantValue',
      truefalse: 'importantDevelopment',
      falsetrue: 'importantRetention',
      falsefalse: 'importantWinBack',
    },
    false: {
      truetrue: 'generalValue',
      truefalse: 'generalDevelopment',
      falsetrue: 'generalRetention',
      falsefalse: 'generalWinBack',
    },
  } as const

  it('follows the three means, row by row', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const [r, f, m] = columns(rows)
        const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length
        for (const [i, found] of rfm8Segments(r, f, m).entries()) {
          const recent = (r[i] as number) <= mean(r)
          const often = (f[i] as number) > mean(f)
          const much = (m[i] as number) > mean(m)
          expect(found).toBe(classes[`${much}`][`${recent}${often}`])
        }
      }),
    )
  })

  it('does not depend on the order of the rows, nor on the currency', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const found = rfm8Segments(...columns(rows))
        expect(rfm8Segments(...columns([...rows].reverse())).reverse()).toEqual(found)
        expect(rfm8Segments(...columns(rows.map((row) => ({ ...row, m: row.m * 4 }))))).toEqual(found)
      }),
    )
  })

  it('has both high and low values where not all are equal, and of no customers makes no classes', () => {
    expect(rfm8Segments([], [], [])).toEqual([])
    expect(rfm8Segments([3, 3], [2, 2], [9, 9])).toEqual(['generalDevelopment', 'generalDevelopment'])
  })
})

describe('segmentSummary', () => {
  const rows = fc.array(
    fc.record({ segment: fc.constantFrom('x', 'y', 'z', 7), amount: money, orders: fc.integer({ min: 0, max: 9 }) }),
    { minLength: 1, maxLength: 30 },
  )

  it('keeps the number of customers and the revenue, and averages that multiply back to it', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const segments = given.map(({ segment }) => segment)
        const amounts = given.map(({ amount }) => amount)
        const total = amounts.reduce((sum, amount) => sum + amount, 0)
        const summary = segmentSummary(segments, amounts)
        expect(summary.map(({ segment }) => segment)).toEqual([...new Set(segments)])
        expect(summary.reduce((sum, each) => sum + each.customers, 0)).toBe(given.length)
        expect(summary.reduce((sum, each) => sum + each.revenue, 0)).toBe(total)
        for (const each of summary) {
          expect((each.average as number) * each.customers).toBeCloseTo(each.revenue, 8)
          if (total === 0) expect(each.revenueShare).toBeUndefined()
          else expect((each.revenueShare as number) * total).toBeCloseTo(each.revenue, 8)
        }
      }),
    )
  })

  it('averages by order where orders are given, and not at all where a segment has none', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const summary = segmentSummary(
          given.map(({ segment }) => segment),
          given.map(({ amount }) => amount),
          given.map(({ orders }) => orders),
        )
        for (const { segment, average, revenue } of summary) {
          const placed = given.filter((row) => row.segment === segment).reduce((sum, row) => sum + row.orders, 0)
          if (placed === 0) expect(average).toBeUndefined()
          else expect(average).toBeCloseTo(revenue / placed, 10)
        }
      }),
    )
  })

  it('joins 7 with "7", under the name that came first', () => {
    expect(segmentSummary([7, '7', ' 7'], [1, 2, 3]).map(({ segment, customers }) => [segment, customers])).toEqual([
      [7, 2],
      [' 7', 1],
    ])
    expect(segmentSummary([], [])).toEqual([])
  })
})
