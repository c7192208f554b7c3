import { describe, expect, it } from 'vitest'
import { churnRisks } from '../../../core/clv/churn-risks.ts'
import { clvRetention } from '../../../core/clv/clv-retention.ts'
import { type CustomerValue, customerValues } from '../../../core/clv/customer-values.ts'
import { CALIBRATED, cdnowOrders, hasCdnow } from './cdnow.ts'

/** Customers by when and for how much they ordered. */
function orders(of: Record<string, [day: number, amount: number][]>) {
  const rows = Object.entries(of).flatMap(([id, own]) => own.map(([on, amount]) => ({ id, on, amount })))
  return { ids: rows.map(({ id }) => id), days: rows.map(({ on }) => on), amounts: rows.map(({ amount }) => amount) }
}

describe.skipIf(!hasCdnow)('customerValues on CDNOW', () => {
  // Parameters and hyp2f1 from scipy; p_active from MBG under both models.
  it.each([
    [
      'MBG',
      [1.600364328640312, 24.65391850233971, 37.180583699876],
      [0.1980985716251415, 35.17037074458373, 6.556268676384754],
    ],
    [
      'BG',
      [1.562119663681048, 24.65391850233971, 36.27397776443382],
      [0.25227754684697895, 35.17037074458373, 8.344480363609025],
    ],
  ] as const)('under %s agrees with scipy for a customer with repeat orders and one without', (model, first, third) => {
    const rows = customerValues(cdnowOrders(), { asOf: CALIBRATED, model })
    expect(rows).toHaveLength(2357)
    const near = (row: CustomerValue | undefined, [expected, spend, value]: readonly number[], active: number) => {
      const found = [row?.expectedOrders, row?.expectedSpend, row?.value, row?.activeChance] as number[]
      const wanted = [expected, spend, value, active] as number[]
      found.forEach((figure, i) => {
        expect(Math.abs(figure / (wanted[i] as number) - 1)).toBeLessThan(1e-5)
      })
    }
    near(rows[0], first, 0.6048291343149707)
    near(rows[2], third, 0.1294252983901989)
    expect(rows[0]?.customer).toBe(1)
  })

  it('are 1 - p_active over the horizon for churnRisks', () => {
    const rows = churnRisks(cdnowOrders(), { asOf: CALIBRATED })
    expect(rows[0]?.risk).toBeCloseTo(0.6684331435882824, 6)
    expect(rows[2]?.risk).toBeCloseTo(0.9518767611336743, 6)
    expect([rows[0]?.band, rows[2]?.band]).toEqual(['medium', 'high'])
  })
})

describe('customerValues', () => {
  const shop = orders({
    a: [
      [0, 10],
      [20, 30],
      [45, 20],
      [60, 35],
      [90, 25],
    ],
    b: [
      [5, 50],
      [30, 80],
      [33, 70],
    ],
    c: [[10, 15]],
    d: [
      [40, 60],
      [70, 40],
    ],
    e: [
      [50, 20],
      [80, -20],
    ],
  })

  it('discounts each month at its end, and takes the margin', () => {
    const month = (months: number, monthlyRate: number, margin = 1) =>
      customerValues(shop, { asOf: 100, months, monthlyRate, margin })[0] as CustomerValue
    const [one, two] = [month(1, 0), month(2, 0)]
    expect(one.value).toBeCloseTo((one.expectedSpend as number) * one.expectedOrders, 10)
    const second = (two.value as number) - (one.value as number)
    expect(month(2, 0.1).value).toBeCloseTo((one.value as number) / 1.1 + second / 1.21, 10)
    expect(month(2, 0.1, 0.25).value).toBeCloseTo((month(2, 0.1).value as number) / 4, 10)
    expect(month(2, 0.1).expectedOrders).toBe(two.expectedOrders)
  })

  it('takes MBG, 12 months, 1 % and the whole amount if not told', () => {
    const told = { months: 12, monthlyRate: 0.01, margin: 1, model: 'MBG', asOf: 91 } as const
    expect(customerValues(shop)).toEqual(customerValues(shop, told))
    expect(customerValues(shop, { model: 'BG' })).not.toEqual(customerValues(shop))
  })

  it('leaves spend and value open where repeat orders come to 0 or less', () => {
    const rows = customerValues(shop)
    expect(rows.map(({ value }) => value === undefined)).toEqual([false, false, false, false, true])
    expect(rows[4]?.expectedSpend).toBeUndefined()
    expect(rows[4]?.expectedOrders).toBeGreaterThan(0)
  })

  it('is nothing without orders', () => {
    const none = { ids: [], days: [], amounts: [] }
    expect(customerValues(none)).toEqual([])
    expect(churnRisks(none)).toEqual([])
    expect(customerValues(shop, { asOf: -1 })).toEqual([])
  })

  it('refuses too few spends above 0', () => {
    const free = { ...shop, amounts: shop.amounts.map((_, i) => (i < 8 ? 5 : 0)) }
    expect(() => customerValues(free)).toThrow(
      'only 2 customers ordered on two days or more for amounts above 0, and the spend model needs 3. Give orders of a longer time, or of more customers.',
    )
  })

  it('never asks under BG whether customers are active', () => {
    const active = (model: 'MBG' | 'BG') => customerValues(shop, { model }).map(({ activeChance }) => activeChance)
    expect(active('BG')).toEqual(active('MBG'))
  })

  describe('churnRisks', () => {
    it('puts a risk on a bound into the band above it', () => {
      const [first] = churnRisks(shop)
      const { risk } = first as { risk: number }
      const band = (low: number, high: number) => churnRisks(shop, { bands: [low, high] })[0]?.band
      expect(band(risk, 1)).toBe('medium')
      expect(band(0, risk)).toBe('high')
      expect(band(risk + 1e-9, 1)).toBe('low')
      expect(band(0, risk + 1e-9)).toBe('medium')
    })

    it('looks 90 days ahead with bands at .3 and .7 if not told, and falls with the horizon', () => {
      expect(churnRisks(shop)).toEqual(churnRisks(shop, { horizonDays: 90, bands: [0.3, 0.7], asOf: 91 }))
      const risks = [1, 30, 365].map((horizonDays) => churnRisks(shop, { horizonDays })[2]?.risk as number)
      expect(risks).toEqual([...risks].sort((a, b) => b - a))
      expect(churnRisks(shop, { horizonDays: 84 })[0]?.risk).toBeCloseTo(
        1 - (customerValues(shop, { months: 84 / 7 / 4.345 })[0] as CustomerValue).activeChance,
        2,
      )
    })
  })
})

describe('clvRetention', () => {
  // Sums written out; without end: m (1 + d) / (1 + d - r) and m r / (1 + d - r), Gupta and Lehmann (2003).
  it.each([
    [100, 0.8, 0.1, undefined, true, 110 / 0.3],
    [100, 0.8, 0.1, undefined, false, 80 / 0.3],
    [100, 0.8, 0.1, 1, true, 100],
    [100, 0.8, 0.1, 1, false, 80 / 1.1],
    [100, 0.8, 0.1, 3, true, 100 * (1 + 0.8 / 1.1 + (0.8 / 1.1) ** 2)],
    [100, 0.8, 0.1, 3, false, 100 * (0.8 / 1.1 + (0.8 / 1.1) ** 2 + (0.8 / 1.1) ** 3)],
    [100, 0, 0.1, 5, true, 100],
    [100, 0, 0.1, 5, false, 0],
    [100, 1, 0, 5, true, 500],
    [100, 1, 0, 5, false, 500],
    [100, 1, 0, undefined, true, Infinity],
    [-50, 0.5, 0, undefined, true, -100],
  ])(
    'of margin %d, retention %d, discount %d, %s periods, first %s',
    (margin, retention, discount, periods, first, wanted) => {
      const found = clvRetention(margin, retention, discount, periods, first)
      if (wanted === Infinity) expect(found).toBe(Infinity)
      else expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-12 * Math.abs(wanted))
    },
  )

  it('counts the first margin and all to come if not told', () => {
    expect(clvRetention(100, 0.8, 0.1)).toBe(clvRetention(100, 0.8, 0.1, Infinity, true))
  })

  it('loses no digits where almost everyone stays', () => {
    expect(clvRetention(1, 1, 1e-12, 1000)).toBeCloseTo(1000 - 499_500e-12, 9)
  })
})
