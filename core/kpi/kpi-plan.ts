import { InputError } from '../input-error.ts'
import type { Language } from '../messages/messages.ts'
import { catalogueKpi, type KpiId, kpiCatalogue } from './kpi-catalogue.ts'
import { type KpiCut, kpiCuts } from './kpi-figure.ts'
import { type KpiPeriod, kpiPeriods } from './kpi-period.ts'

/** The most tiles that a KPI sheet has. */
export const MOST_TILES = 40

/** What a KPI sheet shows, from where, and in which language. */
export type KpiPlan = {
  /** Tabs by their names; '' for no orders. */
  customers: string
  orders: string
  /** The survey by its id, so that renaming it changes nothing, '' for none; and as it was called when it was chosen. */
  survey: string
  surveyTitle: string
  /** KPIs of the catalogue, `goal:` and `own:` ones, in the order shown. */
  tiles: string[]
  /** What the KPIs are broken down by, each as far as it can be. */
  tables: KpiCut[]
  period: KpiPeriod
  language: Language
  /** The KPI whose history is drawn as a line; '' for none. */
  trend: string
  /** Values, or formulas for the tiles that there is a formula for. */
  mode: 'values' | 'formulas'
}

/** What is chosen from the start: what the spreadsheet has something to say about. */
export function proposedTiles(known: { orders: boolean; survey: boolean; workspace: boolean }): KpiId[] {
  const orders: KpiId[] = ['active_customers', 'revenue', 'orders', 'average_order', 'retention', 'repeat_rate']
  return [
    'customers',
    ...(known.orders ? orders : []),
    ...(known.survey ? (['nps', 'csat', 'response_rate'] as const) : []),
    ...(known.workspace ? (['complaints_new', 'complaints_open', 'complaints_on_time'] as const) : []),
  ]
}

/** A plan as a form gave it, or as a former version kept it: what is left out or unknown is as proposed. */
export function plannedKpis(given: Partial<KpiPlan>, proposed: Omit<KpiPlan, 'customers' | 'orders'>): KpiPlan {
  const { customers = '', orders = '', survey = '', surveyTitle = survey } = given
  const tiles = [...new Set(given.tiles ?? proposed.tiles)].filter(isKpi)
  if (tiles.length === 0) throw new InputError('noTiles', undefined)
  if (tiles.length > MOST_TILES) throw new InputError('tooManyTiles', { tiles: tiles.length, most: MOST_TILES })
  return {
    ...{ customers, orders, survey, surveyTitle, tiles },
    tables: kpiCuts.filter((cut) => (given.tables ?? proposed.tables).includes(cut)),
    period: kpiPeriods.find((period) => period === given.period) ?? proposed.period,
    language: given.language === 'en' || given.language === 'zh-CN' ? given.language : proposed.language,
    trend: tiles.includes(given.trend ?? '') ? (given.trend as string) : '',
    mode: given.mode === 'formulas' ? 'formulas' : 'values',
  }
}

/**
 * All figures that a plan shows: each tile as a whole, then each cut of those that it can be made of. Statistics of
 * one's own are broken down as they themselves say: counting 20 by every cut takes longer than a run may.
 *
 * @param own What statistics among the tiles are grouped by, by `own:` and their id.
 */
export function wantedKpis(
  { tiles, tables }: Pick<KpiPlan, 'tiles' | 'tables'>,
  own: ReadonlyMap<string, KpiCut>,
): { kpi: string; by: KpiCut | '' }[] {
  const cuts = tables.flatMap((by) => tiles.filter((kpi) => isCutBy(kpi, by)).map((kpi) => ({ kpi, by })))
  const grouped = tiles.flatMap((kpi) => {
    const by = own.get(kpi)
    return by ? [{ kpi, by }] : []
  })
  return [...tiles.map((kpi) => ({ kpi, by: '' as const })), ...cuts, ...grouped]
}

function isCutBy(kpi: string, by: KpiCut): boolean {
  return catalogueKpi(kpi)?.cuts.includes(by) ?? false
}

function isKpi(kpi: string): boolean {
  return kpi in kpiCatalogue || /^(goal|own):./.test(kpi)
}
