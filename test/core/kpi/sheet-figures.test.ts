import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerFlow } from '../../../core/customers/customer-flow.ts'
import type { KpiCut } from '../../../core/kpi/kpi-figure.ts'
import { kpiOrders } from '../../../core/kpi/kpi-orders.ts'
import { kpiWindow } from '../../../core/kpi/kpi-window.ts'
import { type SheetKpi, sheetFigures } from '../../../core/kpi/sheet-figures.ts'
import { wilsonInterval } from '../../../core/statistics/wilson-interval.ts'

const day = (iso: string) => Date.parse(iso) / 86_400_000
const customers = {
  ids: ['a', 'b', 'c', '', 'd', 'b'],
  tier: ['A', 'B', 'B', 'A', '', 'A'],
  owner: ['Li', 'Li', '', '', 'Wu', ''],
  segment: ['', '', '', '', '', ''],
}
/** x is nobody's: the file lacks it. */
const rows: [string, string, number][] = [
  ['a', '2026-01-05', 0.1],
  ['c', '2026-01-10', 40],
  ['a', '2026-02-03', 0.1],
  ['b', '2026-02-12', 30],
  ['d', '2026-02-13', 500],
  ['a', '2026-03-01', 0.1],
  ['a', '2026-03-02', 0.2],
  ['x', '2026-03-12', 7],
  ['b', '2026-03-13', 999],
]
const orders = {
  ids: rows.map(([id]) => id),
  days: rows.map(([, iso]) => day(iso)),
  amounts: rows.map(([, , amount]) => amount),
}
/** 12 March is the last day counted: 1 to 12 February, then 1 to 12 January, are compared with. */
const march = sheetFigures(customers, kpiOrders(customers, orders), kpiWindow('MONTH', day('2026-03-13')))
const values = (kpi: SheetKpi, by: KpiCut | '' = '') =>
  march(kpi, by).map(({ group, value, n, before }) => [group, value, n, before])

test.each<[SheetKpi, unknown[]]>([
  ['customers', ['', 4, 4, undefined]],
  // all five ordered since 13 December; up to 12 February it was a, b and c
  ['active_customers', ['', 5, 5, 3]],
  // x; b on 12 February
  ['new_customers', ['', 1, 5, 1]],
  // 0.1 + 0.2 + 7 without a lost cent; 0.1 + 30
  ['revenue', ['', 7.3, 3, 30.1]],
  ['orders', ['', 3, 3, 2]],
  ['average_order', ['', 7.3 / 3, 3, 15.05]],
  // a and b ordered 1 to 12 February, a again in March; of a and c in January, a in February
  ['retention', ['', 1 / 2, 2, 1 / 2]],
  // a of a, b, c, d, x; a of a, b, c
  ['repeat_rate', ['', 1 / 5, 5, 1 / 3]],
])('worked by hand: %s of March up to the 12th', (kpi, expected) => {
  expect(values(kpi)).toEqual([expected])
})

test('worked by hand: groups in text order, those without at the end with customers whom the file lacks', () => {
  expect(values('revenue', 'tier')).toEqual([
    ['A', 0.3, 2, 0.1],
    ['B', 0, 0, 30],
    ['', 7, 1, 0],
  ])
  expect(values('customers', 'tier')).toEqual([
    ['A', 1, 1, undefined],
    ['B', 2, 2, undefined],
    ['', 1, 1, undefined],
  ])
  expect(values('retention', 'owner')).toEqual([
    ['Li', 1 / 2, 2, 1],
    ['Wu', undefined, 0, undefined],
    ['', undefined, 0, 0],
  ])
})

test('worked by hand: a month is the period that it would be by itself, the last one up to the same day', () => {
  const months = values('revenue', 'month')
  expect(months).toHaveLength(12)
  expect(months.slice(-4)).toEqual([
    ['2025-12', 0, 0, undefined],
    ['2026-01', 40.1, 2, undefined],
    ['2026-02', 530.1, 3, 40.1],
    ['2026-03', 7.3, 3, 30.1],
  ])
})

test('rates carry the limits of Wilson, amounts carry none', () => {
  const [rate] = march('repeat_rate', '')
  const { low, high } = wilsonInterval(1, 5)!
  expect([rate?.low, rate?.high]).toEqual([low, high])
  expect(march('revenue', '')[0]).toMatchObject({ low: undefined, high: undefined })
})

test('without orders there are customers and nothing else to compare', () => {
  const empty = kpiOrders(customers, { ids: [], days: [], amounts: [] })
  const figures = sheetFigures(customers, empty, kpiWindow('MONTH', day('2026-03-13')))
  expect(figures('customers', '')[0]?.value).toBe(4)
  expect(figures('retention', '')[0]).toMatchObject({ value: undefined, n: 0, low: undefined, before: undefined })
  expect(figures('revenue', '')[0]).toMatchObject({ value: 0, before: undefined })
})

const anyOrders = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'x'), fc.integer({ min: 20_060, max: 20_440 }), fc.nat(10_000)))
  .map((list) => ({
    ids: list.map(([id]) => id),
    days: list.map(([, at]) => at),
    amounts: list.map(([, , cents]) => cents / 100),
  }))

test('groups add up to the whole', () => {
  const additive: SheetKpi[] = ['customers', 'active_customers', 'new_customers', 'revenue', 'orders']
  fc.assert(
    fc.property(anyOrders, fc.constantFrom(...additive), fc.constantFrom<KpiCut>('tier', 'owner'), (given, kpi, by) => {
      const figures = sheetFigures(customers, kpiOrders(customers, given), kpiWindow('QUARTER', 20_300))
      const sum = figures(kpi, by).reduce((total, { value }) => total + Math.round(value! * 100), 0)
      expect(sum).toBe(Math.round(figures(kpi, '')[0]!.value! * 100))
    }),
  )
})

test('whole months agree with the flow of customers that TS_CUSTOMER_FLOW gives', () => {
  fc.assert(
    fc.property(anyOrders, (given) => {
      const until = day('2025-12-01')
      const past = given.days.flatMap((at, row) => (at < until ? [row] : []))
      const figures = sheetFigures(customers, kpiOrders(customers, given), kpiWindow('MONTH', until))
      const flow = customerFlow({ ids: past.map((row) => given.ids[row]!), days: past.map((row) => given.days[row]!) })
      const months = figures('new_customers', 'month')
      for (const [at, { period, added, retained, lost }] of flow.entries()) {
        const label = `${Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, '0')}`
        const month = months.findIndex(({ group }) => group === label)
        expect(months[month]?.value).toBe(added)
        const rate = figures('retention', 'month')[month]?.value
        expect(rate).toBe(at === 0 || retained + lost === 0 ? undefined : retained / (retained + lost))
      }
    }),
  )
})
