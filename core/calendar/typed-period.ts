import { InputError } from '../input-error.ts'
import { isIsoDay, isoDay } from './iso-day.ts'
import { type PeriodUnit, periodLabel, periodOf } from './periods.ts'

const MS_PER_DAY = 86_400_000
/** A quarter has 92 days at most. */
const LONGEST = 92

/** A calendar period: how it is written, and its first and last day `YYYY-MM-DD`. */
export type NamedPeriod = { label: string; from: string; to: string }
type NamedUnit = Exclude<PeriodUnit, 'YEAR'>

/**
 * The period that somebody named by its label, `2026-03` or `2026-Q1`, or by any of its days.
 *
 * @throws InputError `periodUnknown`
 */
export function typedPeriod(text: string, unit: NamedUnit): NamedPeriod {
  const day = aDayOf(text.trim(), unit)
  if (day === undefined) throw new InputError('periodUnknown', { text, unit })
  const period = periodOf(day, unit)
  const days = Array.from({ length: 2 * LONGEST }, (_, at) => day - LONGEST + at)
  const within = days.filter((each) => periodOf(each, unit) === period)
  return { label: periodLabel(period, unit), from: isoDay(within[0]), to: isoDay(within[within.length - 1]) }
}

function aDayOf(text: string, unit: NamedUnit): number | undefined {
  const [, year, quarter] = /^(\d{4})-q([1-4])$/i.exec(text) ?? []
  if (quarter && unit === 'QUARTER') return dayOf(`${year}-${String(3 * Number(quarter)).padStart(2, '0')}-01`)
  return dayOf(unit === 'MONTH' && /^\d{4}-\d\d$/.test(text) ? `${text}-01` : text)
}

/** Undefined where it is no real date `YYYY-MM-DD`. */
function dayOf(text: string): number | undefined {
  return isIsoDay(text) ? Date.parse(text) / MS_PER_DAY : undefined
}
