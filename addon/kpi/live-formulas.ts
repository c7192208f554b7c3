import { isoDay } from '../../core/calendar/iso-day.ts'
import { catalogueKpi } from '../../core/kpi/kpi-catalogue.ts'
import type { KpiPlan } from '../../core/kpi/kpi-plan.ts'
import { kpiWindow } from '../../core/kpi/kpi-window.ts'
import { columnLetters } from '../sheet/column-letters.ts'
import { today } from '../sheet/now.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { tabHeader } from '../sheet/tabs/bound-tab.ts'
import { formulaText, SheetFormula, tabNotation } from '../sheet/writing/formula-text.ts'
import { liveMetrics } from './live-figures.ts'

const MS_PER_DAY = 86_400_000

/**
 * The formulas that stand in tiles in place of values, as far as there is one: Sheets' own over the tabs, TS_SURVEY and
 * TS_COMPLAINTS for the rest. They name columns by letters, which Sheets keeps right when columns are moved.
 *
 * @param lastOrder The day of the last order, `2026-03-31`; '' without orders.
 */
export function tileFormulas(plan: KpiPlan, lastOrder: string): Map<string, SheetFormula> {
  if (plan.mode === 'values') return new Map()
  const native = nativeFormulas(plan, lastOrder)
  return new Map(
    plan.tiles.flatMap((kpi): [string, SheetFormula][] => {
      const formula = native[kpi] ?? liveFormula(plan, kpi)
      return formula === undefined ? [] : [[kpi, new SheetFormula(`=${formula}`)]]
    }),
  )
}

function nativeFormulas({ customers, orders, period }: KpiPlan, lastOrder: string): Record<string, string | undefined> {
  const id = customers ? columnOf('customers', customers, 'customerId') : undefined
  const found = { customers: id && `IFERROR(ROWS(UNIQUE(FILTER(${id}, ${id}<>""))), 0)` }
  if (!orders || lastOrder === '') return found
  const [day, amount] = [columnOf('orders', orders, 'orderDate'), columnOf('orders', orders, 'amount')]
  if (!day || !amount) return found
  const from = kpiWindow(period, Date.parse(lastOrder) / MS_PER_DAY + 1).from
  const counted = `${day}, ">="&${dayText(from)}`
  const [revenue, count] = [`SUMIFS(${amount}, ${counted})`, `COUNTIFS(${counted})`]
  return { ...found, revenue, orders: count, average_order: `IFERROR(${revenue}/${count}, 0)` }
}

/** The days are spelled out, since a custom function may not be given TODAY(). */
function liveFormula({ period, survey }: KpiPlan, kpi: string): string | undefined {
  const origin = catalogueKpi(kpi)?.origin
  if (origin !== 'complaints' && !(origin === 'survey' && survey)) return undefined
  const { from, until } = kpiWindow(period, today() + 1)
  const metric = formulaText(liveMetrics[kpi as keyof typeof liveMetrics])
  const days = `${dayText(from)}, ${dayText(until - 1)}`
  if (origin === 'complaints') return `TS_COMPLAINTS(${metric}, , , ${days})`
  return `TS_SURVEY(${formulaText(survey)}, ${metric}, , , , ${days})`
}

/** A field's cells under its header, as a formula spells them. */
function columnOf(kind: 'customers' | 'orders', tab: string, field: string): string | undefined {
  const place = tabHeader(kind, sheetNamed(tab)).at[field]
  if (place === undefined) return undefined
  const letters = columnLetters(place + 1)
  return `${tabNotation(tab)}!${letters}2:${letters}`
}

/** Spelled so that every locale reads the same day. */
function dayText(day: number): string {
  return `DATE(${isoDay(day).split('-').map(Number).join(', ')})`
}
