import { isoDay } from '../../../core/calendar/iso-day.ts'
import { InputError } from '../../../core/input-error.ts'
import { isCatalogueKpi, kpiOrigin } from '../../../core/kpi/kpi-catalogue.ts'
import type { KpiFigure } from '../../../core/kpi/kpi-figure.ts'
import { kpiOrders } from '../../../core/kpi/kpi-orders.ts'
import type { KpiPlan } from '../../../core/kpi/kpi-plan.ts'
import { type KpiWindow, kpiWindow } from '../../../core/kpi/kpi-window.ts'
import { type Counted, proofVerdict } from '../../../core/kpi/proof-verdict.ts'
import { recountedKpi } from '../../../core/kpi/recounted-kpi.ts'
import { type SheetKpi, sheetFigures } from '../../../core/kpi/sheet-figures.ts'
import { windowLabel } from '../../../core/kpi/window-label.ts'
import { cellContext } from '../../formulas/cell-context.ts'
import { localTime } from '../../sheet/local-time.ts'
import type { BoundTab } from '../../sheet/tabs/bound-tab.ts'
import { userMessages } from '../../user-language.ts'
import { keptSheet } from '../kept-plan.ts'
import { type LastFigure, lastFigures } from '../last-figures.ts'
import { type LiveKpi, liveFigures } from '../live-figures.ts'
import { otherFigures } from '../other-figures.ts'
import { completePlan } from '../proposed-plan.ts'
import { type KpiRecords, readRecords } from '../read-tables.ts'
import { liveRecount } from './live-recount.ts'

export type ProvableKpi = Pick<KpiFigure, 'kpi' | 'label'>

/** Where the cells stand that a figure was counted from. */
type ProofTab = { tab: string; columns: string[]; rows: number }

export type KpiProof = {
  /** As the sheet shows it. */
  shown: Omit<LastFigure, 'by' | 'group' | 'before' | 'asOf' | 'standard'>
  /** When it was counted, in the spreadsheet's time zone. */
  asOf: string
  /** The days counted, in words and as days; '' where no days belong to it. */
  period: string
  from: string
  to: string
  /** The version that gave the tiers when it was counted, where one was applied. */
  standard: LastFigure['standard']
  tabs: ProofTab[]
  /** The survey's title and the question, where it comes from one; '' else. */
  survey: string
  question: string
  /** Counted anew: `again` where only the same way of counting is there, as for goals and own statistics. */
  recount: Counted & { again: boolean }
  verdict: 'same' | 'changed' | 'differs'
}

/** The tiles of the KPI sheet, as it shows them. */
export function provableKpis(): ProvableKpi[] {
  const { kpis } = userMessages()
  return lastFigures()
    .figures.filter(({ by }) => by === '')
    .map(({ kpi, label }) => ({ kpi, label: isCatalogueKpi(kpi) ? kpis[kpi] : label }))
}

/**
 * Proves a tile: counts it anew over the days that it was counted over, from what is stored now, by code that shares
 * nothing with the usual way of counting, and tells how that compares with what the sheet shows.
 *
 * @throws InputError `noKpiSheet`, and what keeps it from being counted.
 */
export function proveKpi(kpi: string): KpiProof {
  const kept = keptSheet()
  const { figures, lastOrder } = lastFigures()
  const shown = figures.find((figure) => figure.kpi === kpi && figure.by === '')
  if (!kept || !shown) throw new InputError('noKpiSheet', undefined)
  const plan = completePlan(kept.plan)
  const { again = false, recount, now, ...told } = counted(shown, plan, lastOrder)
  const { by: _, group: __, before: ___, asOf, standard, ...figure } = shown
  return {
    shown: { ...figure, label: provableKpis().find((each) => each.kpi === kpi)?.label ?? figure.label },
    asOf: localTime(asOf),
    ...{ period: '', from: '', to: '', tabs: [], survey: '', question: '', ...told },
    standard,
    recount: { value: recount.value, n: recount.n, again },
    verdict: proofVerdict(shown, recount, now),
  }
}

type Proving = Partial<Pick<KpiProof, 'period' | 'from' | 'to' | 'tabs' | 'survey' | 'question'>> & {
  again?: boolean
  recount: Counted
  now: Counted
}

const NOTHING: Counted = { value: undefined, n: undefined }

function counted(shown: LastFigure, plan: KpiPlan, lastOrder: string): Proving {
  const origin = kpiOrigin(shown.kpi)
  if (origin === 'sheet') return fromSheet(shown, plan, lastOrder)
  if (origin === 'survey' || origin === 'complaints') return fromBackend(shown, plan)
  const { figures, problems } = otherFigures([{ kpi: shown.kpi, by: '' }])
  if (figures.length === 0 && problems[0] !== undefined) throw new Error(problems[0])
  const now = figures[0] ?? NOTHING
  return { again: true, recount: now, now }
}

/** Without orders the days end with that of the counting, as `currentFigures` has it. */
function fromSheet(shown: LastFigure, plan: KpiPlan, lastOrder: string): Proving {
  const kpi = shown.kpi as SheetKpi
  const read = readRecords(plan)
  const records = read.orders?.records ?? { ids: [], days: [], amounts: [] }
  const until = lastOrder ? Date.parse(lastOrder) / 86_400_000 + 1 : dayOf(shown) + 1
  const window = kpiWindow(plan.period, until)
  const orders = records.ids.map((id, row) => {
    return { id: String(id), day: records.days[row] as number, amount: records.amounts[row] as number }
  })
  const usual = sheetFigures(read.file, kpiOrders(read.file, records), window)
  const recount = recountedKpi(kpi, read.file, orders, window)
  const days = kpi === 'customers' ? {} : daysOf(plan, window)
  return { ...days, tabs: tabsOf(kpi, read, recount.rows), recount, now: usual(kpi, '')[0] ?? NOTHING }
}

function fromBackend(shown: LastFigure, plan: KpiPlan): Proving {
  const kpi = shown.kpi as LiveKpi
  const window = kpiWindow(plan.period, dayOf(shown) + 1)
  const { question, ...recount } = liveRecount(kpi, plan.survey, window)
  const [usual] = liveFigures([{ kpi, by: '' }], plan.survey, window, new Date().toISOString())
  if (usual === 'stale') throw new InputError('backendAway', undefined)
  if (usual && 'problem' in usual) throw new Error(usual.problem)
  const survey = kpiOrigin(kpi) === 'survey' ? plan.surveyTitle : ''
  return { ...daysOf(plan, window), survey, question, recount, now: usual?.[0] ?? NOTHING }
}

/** The day of counting, in the spreadsheet's time zone. */
function dayOf({ asOf }: LastFigure): number {
  return cellContext().zone.dayOf(Date.parse(asOf))
}

function daysOf({ period }: KpiPlan, window: KpiWindow): Pick<KpiProof, 'period' | 'from' | 'to'> {
  const label = windowLabel(period, window, userMessages().kpiPeriods)
  return { period: label, from: isoDay(window.from), to: isoDay(window.until - 1) }
}

function tabsOf(
  kpi: SheetKpi,
  { customers, orders }: KpiRecords,
  rows: { customers: number; orders: number },
): ProofTab[] {
  const named = (tab: BoundTab, fields: string[], count: number): ProofTab => {
    return { tab: tab.name, columns: fields.map((field) => tab.header[tab.at[field] ?? -1] ?? field), rows: count }
  }
  if (kpi === 'customers' || !orders) return [named(customers, ['customerId'], rows.customers)]
  return [named(orders.tab, ['customerId', 'orderDate', 'amount'], rows.orders)]
}
