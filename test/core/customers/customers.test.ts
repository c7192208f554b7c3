import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohorts } from '../../../core/customers/cohorts.ts'
import { lifecycle } from '../../../core/customers/lifecycle.ts'
import { retentionRate } from '../../../core/customers/retention-rate.ts'

const day = (iso: string) => Date.parse(iso) / 86_400_000
const orders = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 18_000, max: 19_000 })), {
  minLength: 1,
  maxLength: 60,
})

describe('lifecycle', () => {
  const asOf = 1000
  // [days of the orders, counted back from asOf]
  it.each([
    ['lost', [181]],
    ['atRisk', [180]],
    ['atRisk', [91, 300]],
    ['reactivated', [90, 271]],
    ['reactivated', [10, 191]],
    ['active', [10, 190]],
    ['new', [90]],
    ['new', [10, 60]],
    ['active', [10, 91]],
  ] as const)('is %s with orders %j days ago', (stage, ago) => {
    const days = ago.map((back) => asOf - back)
    expect(lifecycle({ ids: days.map(() => 'x'), days }, { asOf })[0]?.stage).toBe(stage)
  })

  it('gives the median gap between days with orders, and none for one such day', () => {
    const rows = lifecycle({ ids: ['a', 'a', 'a', 'a', 'b', 'b'], days: [0, 10, 10, 40, 5, 5] })
    expect(rows).toEqual([
      { customer: 'a', stage: 'new', daysSince: 1, orders: 4, usualGap: 20 },
      { customer: 'b', stage: 'new', daysSince: 36, orders: 2, usualGap: undefined },
    ])
  })

  it('sees a return even when it was two orders on one day', () => {
    const rows = lifecycle({ ids: ['a', 'a', 'a'], days: [0, 500, 500] }, { asOf: 501 })
    expect(rows[0]?.stage).toBe('reactivated')
  })
})

describe('cohorts', () => {
  it('follows each month of first order up to the last month of all', () => {
    const dated = [
      ['a', '2024-01-31', 10],
      ['b', '2024-01-01', 20],
      ['a', '2024-03-01', 5],
      ['a', '2024-03-31', 5],
      ['c', '2024-03-15', 7],
    ] as const
    const found = cohorts({
      ids: dated.map(([id]) => id),
      days: dated.map(([, date]) => day(date)),
      amounts: dated.map(([, , amount]) => amount),
    })
    expect(found).toEqual([
      { period: 2024 * 12, customers: 2, active: [2, 0, 1], value: [30, 0, 10] },
      { period: 2024 * 12 + 2, customers: 1, active: [1], value: [7] },
    ])
  })

  it('has every customer once, all of them active in their first period', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom('WEEK' as const, 'MONTH' as const, 'QUARTER' as const), (rows, unit) => {
        const found = cohorts({ ids: rows.map(([id]) => id), days: rows.map(([, at]) => at) }, unit)
        expect(found.reduce((sum, cohort) => sum + cohort.customers, 0)).toBe(new Set(rows.map(([id]) => id)).size)
        for (const { customers, active } of found) {
          expect(active[0]).toBe(customers)
          expect(Math.max(...active)).toBe(customers)
        }
      }),
    )
  })
})

describe('retentionRate', () => {
  it('leaves new customers out', () => expect(retentionRate(200, 210, 30)).toBe(0.9))
  it('is undefined where there was nobody to keep', () => expect(retentionRate(0, 5, 5)).toBeUndefined())
})
