import type { Chart } from '../../../workbench/workbook.ts'
import { emulated } from '../emulated.ts'
import { exception } from '../exception.ts'
import { type Range, rangeOf, rectOf } from './range.ts'
import { numericId } from './workbook.ts'

/** A chart as far as a builder knows it; `id` where it lies on a sheet already. */
type Plan = Partial<Chart>

const plans = new WeakMap<object, Plan>()

/** An EmbeddedChart. */
export function chartOf(plan: Plan): object {
  const chart = emulated('EmbeddedChart', {
    getChartId: () => (plan.id === undefined ? null : numericId(plan.id)),
    getRanges: () => (plan.ranges ?? []).map((rect) => rangeOf(rect)),
    getOptions: () =>
      emulated('ChartOptions', { get: (name: string) => (plan as Record<string, unknown>)[name] ?? null }),
    modify: () => chartBuilder({ ...plan }),
  })
  plans.set(chart, plan)
  return chart
}

/** An EmbeddedChartBuilder. Options that change only the look of a chart are taken and left out. */
export function chartBuilder(plan: Plan) {
  const typed = (type: Chart['type']) => () => chartBuilder({ ...plan, type })
  return emulated('EmbeddedChartBuilder', {
    asLineChart: typed('LINE'),
    asColumnChart: typed('COLUMN'),
    asBarChart: typed('BAR'),
    asPieChart: typed('PIE'),
    setChartType: (type: Chart['type']) => typed(type)(),
    addRange: (range: Range) => chartBuilder({ ...plan, ranges: [...(plan.ranges ?? []), rectOf(range)] }),
    clearRanges: () => chartBuilder({ ...plan, ranges: [] }),
    setPosition: (row: number, column: number, _right = 0, _down = 0) => chartBuilder({ ...plan, row, column }),
    setNumHeaders: (_rows: number) => chartBuilder(plan),
    setOption: (name: string, value: unknown) => chartBuilder({ ...plan, ...option(name, value) }),
    build: () => chartOf(plan),
  })
}

/** What a built chart asks a sheet to draw. */
export function plannedChart(chart: unknown): Omit<Chart, 'id'> {
  const { type, title = '', ranges = [], row = 1, column = 1, width = 600, height = 371 } = planOf(chart)
  if (type === undefined) throw exception('The chart has no type.')
  if (ranges.length === 0) throw exception('The chart has no data range.')
  return { type, title, ranges, row, column, width, height }
}

export function chartIdOf(chart: unknown): string | undefined {
  return planOf(chart).id
}

function option(name: string, value: unknown): Plan {
  if (name === 'title') return { title: String(value) }
  if (name === 'width' || name === 'height') return { [name]: Number(value) }
  return {}
}

function planOf(chart: unknown): Plan {
  const plan = typeof chart === 'object' && chart !== null ? plans.get(chart) : undefined
  if (plan === undefined) throw exception('The parameters do not match the method signature: a chart was expected.')
  return plan
}
