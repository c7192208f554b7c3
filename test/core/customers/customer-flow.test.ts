import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerFlow, type FlowPeriod } from '../../../core/customers/customer-flow.ts'

const day = (iso: string) => Date.parse(iso) / 86_400_000
const ordersOf = (rows: readonly (readonly [string, number])[]) => ({
  ids: rows.map(([id]) => id),
  days: rows.map(([, at]) => at),
})
const period = (month: number, [active, added, retained, reactivated, lost]: readonly number[]) =>
  ({ period: 2024 * 12 + month, active, added, retained, reactivated, lost }) as FlowPeriod

describe('customerFlow', () => {
  // Counted by hand.
  it('tells who is new, stays, comes back and is lost, month by month, through a month without orders', () => {
    const rows = [
      ['c', '2024-05-03'],
      ['a', '2024-01-31'],
      ['b', '2024-01-01'],
      ['a', '2024-02-01'],
      ['a', '2024-02-29'],
      ['d', '2024-02-10'],
      ['d', '2024-04-30'],
      ['b', '2024-04-01'],
      ['d', '2024-05-01'],
      ['a', '2024-05-31'],
    ] as const
    expect(customerFlow(ordersOf(rows.map(([id, iso]) => [id, day(iso)])))).toEqual([
      period(0, [2, 2, 0, 0, 0]),
      period(1, [2, 1, 1, 0, 1]),
      period(2, [0, 0, 0, 0, 2]),
      period(3, [2, 0, 0, 2, 0]),
      period(4, [3, 1, 1, 1, 1]),
    ])
  })

  it('takes the last period of one customer and the first of the next for two', () => {
    // Had the two been one, the second order would be of the period after.
    expect(
      customerFlow(
        ordersOf([
          ['a', day('2024-02-01')],
          ['b', day('2024-01-01')],
          ['a', day('2024-01-02')],
        ]),
      ),
    ).toEqual([period(0, [2, 2, 0, 0, 0]), period(1, [1, 0, 1, 0, 1])])
    expect(
      customerFlow(
        ordersOf([
          ['a', day('2024-01-01')],
          ['b', day('2024-01-02')],
        ]),
      ),
    ).toEqual([period(0, [2, 2, 0, 0, 0])])
  })

  it('counts weeks from the day that the week begins on', () => {
    // 2024-03-03 was a Sunday.
    const rows = ordersOf([
      ['a', day('2024-03-02')],
      ['a', day('2024-03-03')],
      ['a', day('2024-03-04')],
    ])
    expect(customerFlow(rows, 'WEEK').map(({ active }) => active)).toEqual([1, 1])
    expect(customerFlow(rows, 'WEEK', 0).map(({ retained }) => retained)).toEqual([0, 1])
    expect(customerFlow(rows, 'WEEK', 0)[1]?.period).toBe(customerFlow(rows, 'WEEK', 1)[1]?.period)
    expect(customerFlow(rows, 'YEAR')).toMatchObject([{ period: 2024, active: 1, added: 1 }])
  })

  it('is nothing for no orders', () => expect(customerFlow({ ids: [], days: [] })).toEqual([]))
})

describe('whatever the orders', () => {
  const orders = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: -400, max: 400 })), {
    minLength: 1,
    maxLength: 60,
  })
  const units = fc.constantFrom('WEEK' as const, 'MONTH' as const, 'QUARTER' as const, 'YEAR' as const)

  it('the active are the new, the retained and the reactivated, and the lost are those before who were not retained', () => {
    fc.assert(
      fc.property(orders, units, (rows, unit) => {
        const flow = customerFlow(ordersOf(rows), unit)
        flow.forEach((row, i) => {
          expect(row.active).toBe(row.added + row.retained + row.reactivated)
          expect(row.lost).toBe(i === 0 ? 0 : (flow[i - 1]?.active as number) - row.retained)
          expect(row.period).toBe((flow[0]?.period as number) + i)
          expect(Math.min(...Object.values(row).slice(1))).toBeGreaterThanOrEqual(0)
        })
        expect(flow.reduce((sum, { added }) => sum + added, 0)).toBe(new Set(rows.map(([id]) => id)).size)
        expect(flow[flow.length - 1]?.active).toBeGreaterThan(0)
      }),
    )
  })

  it('the order of the rows, and doing one of them twice, change nothing', () => {
    fc.assert(
      fc.property(orders, units, (rows, unit) => {
        expect(customerFlow(ordersOf([...rows, ...rows].reverse()), unit)).toEqual(customerFlow(ordersOf(rows), unit))
      }),
    )
  })
})
