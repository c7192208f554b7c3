import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderHistories } from '../../../core/clv/order-histories.ts'
import { CALIBRATED, cdnowOrders, hasCdnow } from './cdnow.ts'

describe('orderHistories', () => {
  const ids = ['b', 'a', 'b', 'b', 'a', 'b', 'c']
  const days = [100, 107, 121, 100, 107, 114, 128]
  const amounts = [10, 5, 30, 20, 5, 50, 9]

  it('takes orders of one day as one, and only the days after the first as repeats', () => {
    expect(orderHistories({ ids, days, amounts })).toEqual([
      { customer: 'b', x: 2, tx: 3, T: 29 / 7, spend: 40 },
      { customer: 'a', x: 0, tx: 0, T: 22 / 7, spend: undefined },
      { customer: 'c', x: 0, tx: 0, T: 1 / 7, spend: undefined },
    ])
  })

  it('adds up what a repeat day comes to, refunds and all', () => {
    const history = orderHistories({ ids: [1, 1, 1, 1], days: [0, 9, 9, 12], amounts: [99, 50, -20, 10] })
    expect(history[0]?.spend).toBe(20)
  })

  it('comes to exactly 0 where repeat orders are refunded in full', () => {
    const amounts = [99, 94.09, 53.27, -94.09, -53.27]
    const history = orderHistories({ ids: [1, 1, 1, 1, 1], days: [0, 9, 9, 9, 9], amounts })
    expect(history[0]).toMatchObject({ x: 1, spend: 0 })
  })

  it('leaves out orders after asOf, counts those on it, and knows T = 0', () => {
    expect(orderHistories({ ids, days, amounts }, { asOf: 114, daysPerUnit: 1 })).toEqual([
      { customer: 'b', x: 1, tx: 14, T: 14, spend: 50 },
      { customer: 'a', x: 0, tx: 0, T: 7, spend: undefined },
    ])
    expect(orderHistories({ ids, days, amounts }, { asOf: 100 })).toMatchObject([{ customer: 'b', x: 0, tx: 0, T: 0 }])
    expect(orderHistories({ ids, days, amounts }, { asOf: 99 })).toEqual([])
    expect(orderHistories({ ids: [], days: [], amounts: [] })).toEqual([])
  })

  it('does not depend on the order of rows but for the order of customers', () => {
    const order = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      on: fc.nat(40),
      amount: fc.integer({ min: -9, max: 99 }),
    })
    fc.assert(
      fc.property(fc.array(order, { minLength: 1 }), (rows) => {
        const of = (given: typeof rows) =>
          orderHistories({
            ids: given.map(({ id }) => id),
            days: given.map(({ on }) => on),
            amounts: given.map(({ amount }) => amount),
          }).sort((a, b) => String(a.customer).localeCompare(String(b.customer)))
        expect(of([...rows].reverse())).toEqual(of(rows))
      }),
    )
  })

  // Fader and Hardie's own summary of the CDNOW sample, two decimals.
  it.skipIf(!hasCdnow)('gives the published summary of 2,357 customers', () => {
    const published = readFileSync('../shared/data/cdnow_customers_summary.csv', 'utf8').trim().split(/\r?\n/).slice(1)
    const found = orderHistories(cdnowOrders(), { asOf: CALIBRATED })
    expect(found).toHaveLength(2357)
    const rounded = (time: number) => Math.round(time * 100) / 100
    const rows = found.map(({ customer, x, tx, T }) => `${customer},${x},${rounded(tx)},${rounded(T)}`)
    const numbers = (row: string) => row.split(',').map(Number)
    expect(rows.map(numbers)).toEqual(published.map(numbers))
  })
})
