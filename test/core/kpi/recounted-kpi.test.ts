import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kpiOrders } from '../../../core/kpi/kpi-orders.ts'
import { kpiPeriods } from '../../../core/kpi/kpi-period.ts'
import { kpiWindow } from '../../../core/kpi/kpi-window.ts'
import { recountedKpi } from '../../../core/kpi/recounted-kpi.ts'
import { type SheetKpi, sheetFigures } from '../../../core/kpi/sheet-figures.ts'

const kpis: SheetKpi[] = [
  ...(['customers', 'active_customers', 'new_customers', 'revenue'] as const),
  ...(['orders', 'average_order', 'retention', 'repeat_rate'] as const),
]
const customers = { ids: ['a', 'b', '', 'c', 'a', 'd'], tier: [], owner: [], segment: [] }
const rows = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'x', 'y'),
    day: fc.integer({ min: 19_700, max: 20_500 }),
    amount: fc.integer({ min: -100_000, max: 100_000_000 }).map((cents) => cents / 100),
  }),
  { maxLength: 60 },
)

test.each(kpis)('%s is the same by both ways of counting, value and n', (kpi) => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(...kpiPeriods),
      fc.integer({ min: 20_000, max: 20_520 }),
      (orders, period, until) => {
        const window = kpiWindow(period, until)
        const columns = {
          ids: orders.map(({ id }) => id),
          days: orders.map(({ day }) => day),
          amounts: orders.map(({ amount }) => amount),
        }
        const [figure] = sheetFigures(customers, kpiOrders(customers, columns), window)(kpi, '')
        const { value, n } = recountedKpi(kpi, customers, orders, window)
        expect([value, n]).toEqual([figure?.value, figure?.n])
      },
    ),
  )
})

test('worked by hand: cents are not lost, whatever the order of rows', () => {
  const window = kpiWindow('MONTH', 20_454)
  const orders = [0.1, 0.2, 1e9, 0.3, -1e9].map((amount) => ({ id: 'a', day: 20_453, amount }))
  expect(recountedKpi('revenue', customers, orders, window)).toEqual({
    value: 0.6,
    n: 5,
    rows: { customers: 5, orders: 5 },
  })
})
