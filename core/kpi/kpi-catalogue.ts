import type { KpiCut, KpiFigure, KpiUnit } from './kpi-figure.ts'

/** Where a KPI comes from: the spreadsheet's own tabs, the backend's answers or complaints, goals, own statistics. */
export type KpiOrigin = 'sheet' | 'survey' | 'complaints' | 'goals' | 'statistic'

export type CatalogueKpi = {
  unit: KpiUnit
  direction: KpiFigure['direction']
  origin: 'sheet' | 'survey' | 'complaints'
  /** What it can be broken down by. */
  cuts: readonly KpiCut[]
}

const groups = ['tier', 'owner', 'segment'] as const
const all = [...groups, 'month'] as const

/** Every KPI that Tiersheet itself knows; what people call it and how it is counted stands in the messages. */
export const kpiCatalogue = {
  customers: { unit: 'count', direction: 1, origin: 'sheet', cuts: groups },
  active_customers: { unit: 'count', direction: 1, origin: 'sheet', cuts: all },
  new_customers: { unit: 'count', direction: 1, origin: 'sheet', cuts: all },
  revenue: { unit: 'money', direction: 1, origin: 'sheet', cuts: all },
  orders: { unit: 'count', direction: 1, origin: 'sheet', cuts: all },
  average_order: { unit: 'money', direction: 1, origin: 'sheet', cuts: all },
  retention: { unit: 'share', direction: 1, origin: 'sheet', cuts: all },
  repeat_rate: { unit: 'share', direction: 1, origin: 'sheet', cuts: all },
  nps: { unit: 'points', direction: 1, origin: 'survey', cuts: all },
  csat: { unit: 'share', direction: 1, origin: 'survey', cuts: [...all, 'dimension'] },
  ces: { unit: 'points', direction: 1, origin: 'survey', cuts: all },
  response_rate: { unit: 'share', direction: 1, origin: 'survey', cuts: all },
  complaints_new: { unit: 'count', direction: -1, origin: 'complaints', cuts: all },
  complaints_open: { unit: 'count', direction: -1, origin: 'complaints', cuts: all },
  complaints_breached: { unit: 'count', direction: -1, origin: 'complaints', cuts: all },
  complaints_on_time: { unit: 'share', direction: 1, origin: 'complaints', cuts: all },
  complaints_per_100: { unit: 'points', direction: -1, origin: 'complaints', cuts: all },
  complaint_resolution_hours: { unit: 'hours', direction: -1, origin: 'complaints', cuts: all },
  complaint_handling_csat: { unit: 'share', direction: 1, origin: 'complaints', cuts: all },
} as const satisfies Record<string, CatalogueKpi>

export type KpiId = keyof typeof kpiCatalogue

/** What the catalogue says of a KPI; undefined for goals, own statistics and what it does not know. */
export function catalogueKpi(kpi: string): CatalogueKpi | undefined {
  return isCatalogueKpi(kpi) ? kpiCatalogue[kpi] : undefined
}

export function isCatalogueKpi(kpi: string): kpi is KpiId {
  return kpi in kpiCatalogue
}

/** Where any KPI comes from; undefined for one that nobody knows. */
export function kpiOrigin(kpi: string): KpiOrigin | undefined {
  if (kpi.startsWith('goal:')) return 'goals'
  if (kpi.startsWith('own:')) return 'statistic'
  return catalogueKpi(kpi)?.origin
}
