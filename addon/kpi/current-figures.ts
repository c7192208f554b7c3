import { isoDay } from '../../core/calendar/iso-day.ts'
import { asOfDay } from '../../core/customers/as-of-day.ts'
import { errorText, InputError } from '../../core/input-error.ts'
import { catalogueKpi, isCatalogueKpi, kpiOrigin } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiCut, KpiFigure } from '../../core/kpi/kpi-figure.ts'
import type { KpiPeriod } from '../../core/kpi/kpi-period.ts'
import { kpiWindow } from '../../core/kpi/kpi-window.ts'
import { type BareFigure, type SheetKpi, sheetFigures } from '../../core/kpi/sheet-figures.ts'
import { windowLabel } from '../../core/kpi/window-label.ts'
import { type Language, type Messages, messagesFor } from '../../core/messages/messages.ts'
import { cellContext } from '../formulas/cell-context.ts'
import { awaySince } from '../live/live-cells.ts'
import { today } from '../sheet/now.ts'
import { connection } from '../workspace/connection.ts'
import { appliedStandard } from './applied-standard.ts'
import { liveFigures, type WantedLive } from './live-figures.ts'
import { type KpiDefinition, otherFigures } from './other-figures.ts'
import { readTables } from './read-tables.ts'

/** A KPI of the catalogue, `goal:<id>` or `own:<id>`; as a whole or broken down. */
export type WantedKpi = { kpi: string; by: KpiCut | '' }

/** Where figures come from. */
export type KpiSource = {
  /** Tabs by their names; '' for no orders. */
  customers: string
  orders: string
  /** The survey's id; '' for none. */
  survey: string
  surveyTitle?: string
  period: KpiPeriod
  /** Of the labels; the spreadsheet's own by default. */
  language?: Language
}

export type CurrentFigures = {
  /** What was asked for. */
  wanted: readonly WantedKpi[]
  /** In the order wanted; a KPI that could not be counted is left out. */
  figures: KpiFigure[]
  /** The instant of counting. */
  asOf: string
  /** The day of the last order, `2026-03-31`; '' without orders. */
  lastOrder: string
  /** The days counted, in words; an unfinished period says up to which day. */
  periodLabel: string
  /** The version of the standard that gives the tiers, where one was applied. */
  standard: { name: string; version: number } | undefined
  /** By which versions own statistics among them were counted. */
  definitions: KpiDefinition[]
  /** Why some figures are missing or old, a sentence each. */
  problems: string[]
}

/**
 * What KPIs are now: one read of each tab, one request to the backend.
 *
 * Customers and orders are counted up to the day after the last order, as `asOfDay` has it everywhere, so that orders
 * that are entered late are not taken for none; answers and complaints up to today. Where those are different days the
 * period's label says both. What cannot be counted leaves the rest alone and is told among the problems; what the
 * backend answered some time ago, while it can't be reached, is not a figure of now.
 */
export function currentFigures(wanted: readonly WantedKpi[], source: KpiSource): CurrentFigures {
  const words = source.language ? messagesFor(source.language) : cellContext().messages
  const asOf = new Date().toISOString()
  const sheet = sheetPart(wanted, source, words)
  const live = livePart(wanted, source, words, asOf)
  const others = otherPart(wanted, words)
  const found = new Map([...sheet.found, ...live.found, ...others.found])
  return {
    wanted,
    figures: wanted.flatMap((each) => found.get(keyOf(each)) ?? []),
    asOf,
    lastOrder: sheet.lastOrder,
    periodLabel: periodText(source.period, sheet.until, live.until, words),
    standard: appliedStandard(),
    definitions: others.definitions,
    problems: [...new Set([...sheet.problems, ...live.problems, ...others.problems])],
  }
}

type Found = { found: [string, KpiFigure[]][]; problems: string[] }
/** `until`: the day after the last one counted; undefined where none is. */
type FoundUntil = Found & { until: number | undefined }

function sheetPart(
  wanted: readonly WantedKpi[],
  source: KpiSource,
  words: Messages,
): FoundUntil & { lastOrder: string } {
  const hasOrders = source.orders !== ''
  const own = wanted.filter(({ kpi }) => kpiOrigin(kpi) === 'sheet' && (hasOrders || kpi === 'customers'))
  const none = { found: [], problems: [], until: undefined, lastOrder: '' }
  if (own.length === 0) return none
  try {
    const { file, orders } = readTables(source)
    const isEmpty = orders.days.length === 0
    const until = isEmpty ? today() + 1 : asOfDay(orders.days)
    const figuresOf = sheetFigures(file, orders, kpiWindow(source.period, until))
    const found = own.map((each): [string, KpiFigure[]] => {
      return [keyOf(each), figuresOf(each.kpi as SheetKpi, each.by).map(named(each, words))]
    })
    return { found, problems: [], until: isEmpty ? undefined : until, lastOrder: isEmpty ? '' : isoDay(until - 1) }
  } catch (error) {
    return { ...none, problems: [sentenceOf(error, words)] }
  }
}

function livePart(wanted: readonly WantedKpi[], source: KpiSource, words: Messages, asOf: string): FoundUntil {
  const own = wanted.filter(({ kpi }) => ['survey', 'complaints'].includes(kpiOrigin(kpi) ?? '')) as WantedLive[]
  if (own.length === 0 || !connection()) return { found: [], problems: [], until: undefined }
  const until = today() + 1
  try {
    const answers = liveFigures(own, source.survey, kpiWindow(source.period, until), asOf)
    const since = awaySince()
    const found = answers.flatMap((answer, at): [string, KpiFigure[]][] => {
      const each = own[at] as WantedLive
      return Array.isArray(answer) ? [[keyOf(each), answer.map(named(each, words))]] : []
    })
    const problems = answers.flatMap((answer) =>
      typeof answer === 'object' && 'problem' in answer ? [answer.problem] : [],
    )
    return { found, problems: since ? [words.live.awaySince(since), ...problems] : problems, until }
  } catch (error) {
    return { found: [], problems: [sentenceOf(error, words)], until }
  }
}

function otherPart(wanted: readonly WantedKpi[], words: Messages): Found & { definitions: KpiDefinition[] } {
  try {
    const { figures, definitions, problems } = otherFigures(wanted)
    const found = wanted.map((each): [string, KpiFigure[]] => {
      return [keyOf(each), figures.filter(({ kpi, by }) => kpi === each.kpi && by === each.by)]
    })
    return { found: found.filter(([, own]) => own.length > 0), definitions, problems }
  } catch (error) {
    return { found: [], definitions: [], problems: [sentenceOf(error, words)] }
  }
}

function periodText(period: KpiPeriod, sheet: number | undefined, live: number | undefined, words: Messages): string {
  const label = (until: number) => windowLabel(period, kpiWindow(period, until), words.kpiPeriods)
  const [orders, live_] = [sheet, live].map((until) => (until === undefined ? undefined : label(until)))
  if (orders !== undefined && live_ !== undefined && orders !== live_) {
    return words.kpiPeriods.apart({ orders, live: live_ })
  }
  return orders ?? live_ ?? label(today() + 1)
}

function named({ kpi, by }: WantedKpi, words: Messages): (bare: BareFigure) => KpiFigure {
  const { unit, direction } = catalogueKpi(kpi) ?? { unit: 'count', direction: 0 }
  const label = isCatalogueKpi(kpi) ? words.kpis[kpi] : kpi
  return (bare) => ({ kpi, label, unit, by, ...bare, direction })
}

function keyOf({ kpi, by }: WantedKpi): string {
  return `${by} ${kpi}`
}

function sentenceOf(error: unknown, words: Messages): string {
  return error instanceof InputError ? errorText(error, words) : (error as Error).message
}
