import { isoDay } from '../../core/calendar/iso-day.ts'
import { effectWindow } from '../../core/improvements/effect-window.ts'
import type { FigureCut } from '../../core/improvements/improvement.ts'
import { orderAmounts } from '../../core/improvements/order-amounts.ts'
import { InputError } from '../../core/input-error.ts'
import { catalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiWindow } from '../../core/kpi/kpi-window.ts'
import { type BareFigure, type SheetKpi, sheetFigures } from '../../core/kpi/sheet-figures.ts'
import type { Comparison } from '../../core/statistics/comparison.ts'
import { meanComparison } from '../../core/statistics/mean-comparison.ts'
import { rateComparison } from '../../core/statistics/rate-comparison.ts'
import type { GoalSource } from '../goals/goal-source.ts'
import { isCounted, isKnownGroup } from '../goals/known-group.ts'
import { liveFigures, liveMetrics, type WantedLive } from '../kpi/live-figures.ts'
import { nowTime } from '../sheet/now.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'

/** A KPI of the catalogue, as a whole or of one tier, owner or segment. */
export type FigureOf = { figure: string; by: FigureCut | ''; group: string }

/** A figure of two spans of days; no limits where it can't be tested. */
export type ComparedSpans = Pick<Comparison, 'before' | 'after' | 'change' | 'low' | 'high'> & {
  n: { before: number | undefined; after: number | undefined }
  /** Where it is not tested since the same customers are counted in both spans. */
  isOfSame?: true
}

/** How an answer of the API tells a change. */
type Change = { before: number; after: number; change: number; low: number | null; high: number | null }
type ToldChange = (Change & { n: { before: number; after: number } }) | null
type SurveyReply = { change: ToldChange; rows?: { value: string; change: ToldChange }[] }

/**
 * A figure of the days since an action against as many just before: shares by Newcombe, NPS by adjusted Wald, means by
 * Welch; sums and medians without a test, and repeat purchase too, which counts all customers up to a day: whoever had
 * ordered before is in both spans. A known group without a row had no cases: 0 of what is counted.
 *
 * @throws InputError `improvementNoCases`, `notConnected`, `backendAway`; Refusal and Error with a sentence.
 */
export function comparedSpans(asked: FigureOf, window: KpiWindow, source: GoalSource): ComparedSpans {
  const kpi = catalogueKpi(asked.figure)
  if (kpi?.origin === 'survey' && asked.figure !== 'response_rate') return ofSurvey(asked, window, source.survey)
  if (asked.figure === 'average_order') return ofOrders(asked, window, source)
  const earlier = effectWindow(window.before.from, window.before.until) as KpiWindow
  const find = kpi?.origin === 'sheet' ? inSheet : inBackend
  const [was, is] = [earlier, window].map((days) => ofGroup(find(asked, days, source), asked))
  const isKnown = was !== undefined || is !== undefined || isKnownGroup(asked.by, asked.group, source)
  const none = isKnown && isCounted(asked.figure) ? { value: 0, n: 0 } : undefined
  const isOfSame = asked.figure === 'repeat_rate'
  const spans = tested(was ?? none, is ?? none, kpi?.unit === 'share' && !isOfSame)
  return { ...spans, ...(isOfSame && { isOfSame }) }
}

function ofSurvey({ figure, by, group }: FigureOf, { from, until }: KpiWindow, survey: string): ComparedSpans {
  const { workspaceId } = requiredConnection()
  if (survey === '') throw new InputError('improvementNoCases', undefined)
  const days = `from=${isoDay(from)}&to=${isoDay(until - 1)}${by === '' ? '' : `&by=${by}`}`
  const path = `/v1/workspaces/${workspaceId}/surveys/${survey}/comparison`
  const metric = liveMetrics[figure as WantedLive['kpi']]
  const reply = callApi<SurveyReply>({ method: 'get', path: `${path}?metric=${metric}&${days}` })
  const found = by === '' ? reply.change : reply.rows?.find(({ value }) => value === group)?.change
  if (!found) throw new InputError('improvementNoCases', undefined)
  return { ...found, low: found.low ?? undefined, high: found.high ?? undefined }
}

function ofOrders({ by, group }: FigureOf, window: KpiWindow, { tables }: GoalSource): ComparedSpans {
  const [was, is] = [window.before, window].map((days) => orderAmounts(tables.file, tables.orders, days, by, group))
  if (!was?.length || !is?.length) throw new InputError('improvementNoCases', undefined)
  return { ...meanComparison(was, is), n: { before: was.length, after: is.length } }
}

function inSheet({ figure, by }: FigureOf, window: KpiWindow, { tables }: GoalSource): BareFigure[] {
  return sheetFigures(tables.file, tables.orders, window)(figure as SheetKpi, by)
}

function inBackend({ figure, by }: FigureOf, window: KpiWindow, { survey }: GoalSource): BareFigure[] {
  requiredConnection()
  const wanted = [{ kpi: figure, by } as WantedLive]
  const [found] = liveFigures(wanted, survey, window, nowTime().toISOString())
  if (found === 'stale') throw new InputError('backendAway', undefined)
  if (found && 'problem' in found) throw new Error(found.problem)
  return found ?? []
}

/** A group that nothing happened in has no row. */
function ofGroup(figures: readonly BareFigure[], { by, group }: FigureOf): BareFigure | undefined {
  return figures.find((one) => one.group === (by === '' ? '' : group))
}

type Counted = Pick<BareFigure, 'value' | 'n'>

function tested(was: Counted | undefined, is: Counted | undefined, isShare: boolean): ComparedSpans {
  if (was?.value === undefined || is?.value === undefined) throw new InputError('improvementNoCases', undefined)
  const n = { before: was.n, after: is.n }
  if (isShare && was.n && is.n) return { ...rateComparison(counted(was.value, was.n), counted(is.value, is.n)), n }
  return { before: was.value, after: is.value, change: is.value - was.value, low: undefined, high: undefined, n }
}

function counted(share: number, n: number): { successes: number; n: number } {
  return { successes: Math.round(share * n), n }
}
