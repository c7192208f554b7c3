import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerKpis } from '../../../core/kpi/customer-kpis.ts'

const day = (iso: string) => Date.parse(iso) / 86_400_000
const file = [
  { id: 'a', tier: 'A', owner: 'Li' },
  { id: 'b', tier: 'B', owner: 'Li' },
  { id: 'c', tier: 'B', owner: '' },
]
const orders = {
  ids: ['a', 'a', 'b', 'x', 'a', 'b'],
  days: ['2025-01-10', '2025-12-31', '2025-12-01', '2025-12-30', '2023-06-01', '2026-01-01'].map(day),
  amounts: [100, 50, 30, 7, 1000, 99],
}

test('worked by hand: an order on the day itself, one older than two years, and a customer nobody knows', () => {
  const kpis = customerKpis(file, orders, day('2026-01-01'))
  expect(kpis).toMatchObject({ customers: 3, active: 3, revenue: 187, revenueBefore: 0, repeatRate: 1 / 3 })
  expect(kpis.byTier).toEqual([
    { name: 'A', customers: 1, revenue: 150 },
    { name: 'B', customers: 2, revenue: 30 },
  ])
  expect(kpis.byOwner.map(({ name, revenue }) => [name, revenue])).toEqual([
    ['Li', 180],
    ['', 0],
  ])
  expect(kpis.byMonth).toHaveLength(12)
  expect(kpis.byMonth[0]).toEqual({ month: '2025-01', revenue: 100, orders: 1 })
  expect(kpis.byMonth[11]).toEqual({ month: '2025-12', revenue: 87, orders: 3 })
})

test('without orders there is no repeat-purchase rate, and twelve empty months', () => {
  const kpis = customerKpis(file, { ids: [], days: [], amounts: [] }, day('2026-01-01'))
  expect(kpis).toMatchObject({ customers: 3, active: 0, revenue: 0, repeatRate: undefined })
  expect(kpis.byMonth.every(({ orders }) => orders === 0)).toBe(true)
})

test('every customer is in one tier, and the tiers of known customers hold all their revenue', () => {
  const order = fc.record({ id: fc.constantFrom('a', 'b', 'c'), days: fc.nat(800), amount: fc.nat(1000) })
  fc.assert(
    fc.property(fc.array(order), (made) => {
      const asOf = day('2026-01-01')
      const columns = {
        ids: made.map(({ id }) => id),
        days: made.map(({ days }) => asOf - days),
        amounts: made.map(({ amount }) => amount),
      }
      const { byTier, revenue, customers } = customerKpis(file, columns, asOf)
      expect(byTier.reduce((sum, tier) => sum + tier.customers, 0)).toBe(customers)
      expect(byTier.reduce((sum, tier) => sum + tier.revenue, 0)).toBe(revenue)
    }),
  )
})

test.each([
  // days before asOf, active, revenue, revenue of the year before
  [1, 1, 10, 0],
  [90, 1, 10, 0],
  [91, 0, 10, 0],
  [365, 0, 10, 0],
  [366, 0, 0, 10],
  [730, 0, 0, 10],
  [731, 0, 0, 0],
  [0, 0, 0, 0],
])('an order of %d days ago', (ago, active, revenue, revenueBefore) => {
  const asOf = day('2026-01-01')
  const kpis = customerKpis(file, { ids: ['a'], days: [asOf - ago], amounts: [10] }, asOf)
  expect(kpis).toMatchObject({ active, revenue, revenueBefore })
})

test('groups with most revenue come first, of equal revenue in text order', () => {
  const asOf = day('2026-01-01')
  const owners = ['Wu', 'Chen', 'Zhao', 'Ai'].map((owner, i) => ({ id: `c${i}`, tier: 'A', owner }))
  const revenue = { ids: ['c2', 'c1'], days: [asOf - 1, asOf - 2], amounts: [50, 20] }
  const names = (facts: typeof owners) => customerKpis(facts, revenue, asOf).byOwner.map(({ name }) => name)
  expect(names(owners)).toEqual(['Zhao', 'Chen', 'Ai', 'Wu'])
  expect(names([...owners].reverse())).toEqual(['Zhao', 'Chen', 'Ai', 'Wu'])
})
