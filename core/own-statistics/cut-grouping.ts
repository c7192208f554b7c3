import type { KpiCut } from '../kpi/kpi-figure.ts'
import type { Definition, Grouping, StatisticModule } from './statistic.ts'
import { cutOf } from './statistic-kpis.ts'

/** The date by which a module's rows are put into months. */
const dated: Record<StatisticModule, string> = {
  customers: 'created',
  orders: 'orderDate',
  interactions: 'contactDate',
  opportunities: 'created',
  complaints: 'received',
  answers: 'day',
}

/** How a statistic is grouped to be cut so; undefined where it can't be: dimensions are those of its own grouping. */
export function cutGrouping({ module, group }: Pick<Definition, 'module' | 'group'>, by: KpiCut): Grouping | undefined {
  if (group && cutOf(group) === by) return group
  if (by === 'dimension') return undefined
  if (by === 'month') return { field: dated[module], unit: 'MONTH' }
  const isOwn = module === 'customers' || module === 'complaints' || module === 'answers'
  return { field: isOwn ? by : `customer.${by}` }
}
