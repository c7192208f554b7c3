import { describe, expect, test } from 'vitest'
import { casesNeeded } from '../../../core/improvements/cases-needed.ts'
import { type Claim, effect } from '../../../core/improvements/effect.ts'
import { effectWindow } from '../../../core/improvements/effect-window.ts'
import { orderAmounts } from '../../../core/improvements/order-amounts.ts'
import { kpiOrders } from '../../../core/kpi/kpi-orders.ts'
import { rateComparison } from '../../../core/statistics/rate-comparison.ts'

/**
 * 200 of 260 (76.9 %) before, 240 of 280 (85.7 %) after: 8.79 points. Wilson limits by hand, z = 1.959964:
 * before (0.76923 + 1.920729/260 ∓ 1.959964 · √(0.76923 · 0.23077/260 + 0.960365/260²)) / (1 + 3.841459/260) =
 * 0.71432 and 0.81630; after 0.81131 and 0.89330. Newcombe: 8.79 − √(4.583² + 4.707²) = 2.22, 8.79 + √(3.616² + 5.491²)
 * = 15.37.
 */
const satisfied = rateComparison({ successes: 200, n: 260 }, { successes: 240, n: 280 })
const points = (amount: number): Claim => ({ amount, as: 'points' })
const relative = (amount: number): Claim => ({ amount, as: 'relative' })
const of = (claim: Claim, change = satisfied) => effect(change, 1, claim).claim

describe('an effect', () => {
  test('is shown where all of the interval is for the better', () => {
    expect([satisfied.change, satisfied.low, satisfied.high]).toEqual([
      expect.closeTo(0.0879, 4),
      expect.closeTo(0.0222, 4),
      expect.closeTo(0.1537, 4),
    ])
    expect(effect(satisfied, 1)).toEqual({ verdict: 'shown', claim: undefined })
  })

  test('is refuted where all of it is for the worse, as of a rate that should fall', () => {
    expect(effect(satisfied, -1).verdict).toBe('refuted')
    const fallen = { before: 0.3, change: -0.1, low: -0.15, high: -0.05 }
    expect([effect(fallen, -1).verdict, effect(fallen, 1).verdict]).toEqual(['shown', 'refuted'])
  })

  test('is not shown where it can be none, and not tested without limits', () => {
    // 20 of 26 and 24 of 28: the same rates of a tenth of the answers
    const few = rateComparison({ successes: 20, n: 26 }, { successes: 24, n: 28 })
    expect(effect(few, 1).verdict).toBe('notShown')
    expect(effect({ before: 1, change: 9, low: undefined, high: undefined }, 1, points(5))).toEqual({
      ...{ verdict: 'untested', claim: undefined },
    })
  })
})

describe('a claim', () => {
  test('in points is shown, possible or refuted by where the interval ends', () => {
    expect(of(points(0.02))).toEqual({ asked: 0.02, verdict: 'shown' })
    expect(of(points(0.05))?.verdict).toBe('possible')
    expect(of(points(0.16))?.verdict).toBe('refuted')
  })

  test('in per cent is of the figure before: 5 % of 76.9 % are 3.85 points, not 5', () => {
    expect(of(relative(5))).toEqual({ asked: expect.closeTo(0.03846, 5), verdict: 'possible' })
    expect(of(relative(2.5))).toEqual({ asked: expect.closeTo(0.01923, 5), verdict: 'shown' })
    // 2.8 % are 2.154 points, less than the lower end 2.22, but the wider interval begins at 8.79 − 1.028 · 6.57 = 2.03
    expect(of(relative(2.8))?.verdict).toBe('possible')
    expect(of(relative(25))?.verdict).toBe('refuted')
  })

  test('of less counts downwards, and a part of nothing claims nothing', () => {
    const fallen = { before: 40, change: -10, low: -14, high: -6 }
    expect(effect(fallen, -1, points(5)).claim).toEqual({ asked: 5, verdict: 'shown' })
    expect(effect(fallen, -1, relative(30)).claim).toEqual({ asked: 12, verdict: 'possible' })
    expect(effect({ ...fallen, before: 0 }, -1, relative(30)).claim).toBeUndefined()
  })
})

test('so many more cases would show the change seen: four times as many where the margin is twice the change', () => {
  expect(casesNeeded({ change: 5, low: -5, high: 15 }, 1, 100)).toBe(300)
  expect(casesNeeded({ change: -5, low: -15, high: 5 }, -1, 100)).toBe(300)
  expect(casesNeeded({ change: -5, low: -15, high: 5 }, 1, 100)).toBeUndefined()
  expect(casesNeeded(satisfied, 1, 540)).toBeUndefined()
})

test('the days after an action are compared with as many just before it', () => {
  expect(effectWindow(100, 130)).toMatchObject({ from: 100, until: 130, before: { from: 70, until: 100 } })
  expect(effectWindow(100, 100)).toBeUndefined()
})

test('amounts of orders are those of the days and of the group; customers whom the file lacks are in none', () => {
  const file = { ids: ['a', 'b'], tier: ['A', 'B'], owner: ['', ''], segment: ['', ''] }
  const rows = { ids: ['a', 'b', 'x', 'a', 'a'], days: [9, 10, 10, 19, 20], amounts: [1, 2, 4, 8, 16] }
  const orders = kpiOrders(file, rows)
  const amounts = (by: 'tier' | '', group: string) => orderAmounts(file, orders, { from: 10, until: 20 }, by, group)
  expect([amounts('', ''), amounts('tier', 'A'), amounts('tier', '')]).toEqual([[2, 4, 8], [8], [4]])
})
