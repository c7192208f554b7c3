import { type PeriodUnit, periodLabel, periodOf } from '../../../../core/calendar/periods.ts'
import type { PeriodCut, ResultRow } from '../../../survey/results.ts'

/** One period of the line; no figure where nobody answered. */
export type TrendPoint = { period: string; row: ResultRow | undefined }

const MS_PER_DAY = 86_400_000
/** As many as a sidebar can tell apart. */
const MOST = 400

/**
 * Every period from the first to the last, those without answers too.
 *
 * @param rows By their label, in order.
 * @param span Its first and last day; where one is '', the first or last row's period.
 */
export function trendPoints(rows: ResultRow[], unit: PeriodCut, span: { from: string; to: string }): TrendPoint[] {
  const [first, last] = [rows[0], rows[rows.length - 1]]
  if (!first || !last) return []
  const name = unit.toUpperCase() as PeriodUnit
  const start = Math.min(numberOf(span.from || first.value, name), numberOf(first.value, name))
  const end = Math.max(numberOf(span.to || last.value, name), numberOf(last.value, name))
  const from = Math.max(start, end - MOST + 1)
  const byLabel = new Map(rows.map((row) => [row.value, row]))
  return Array.from({ length: end - from + 1 }, (_, at) => {
    const period = periodLabel(from + at, name)
    return { period, row: byLabel.get(period) }
  })
}

/** The period of a label such as `2026-03-02`, `2026-03` or `2026-Q1`, or of a day. */
function numberOf(label: string, unit: PeriodUnit): number {
  const [, year, quarter] = /^(\d+)-Q(\d)$/.exec(label) ?? []
  if (year && quarter) return Number(year) * 4 + Number(quarter) - 1
  return periodOf(Date.parse(label.length === 7 ? `${label}-01` : label) / MS_PER_DAY, unit)
}
