import { integer, maxValue, minValue, number, pipe } from 'valibot'

/** For how many months a survey keeps its answers, where they are not kept until somebody deletes them. */
export const retentionMonthsSchema = pipe(number(), integer(), minValue(1), maxValue(120))

/**
 * The first day whose answers are still kept: the same day of the month so many months ago, or that month's last day where
 * it has no such day.
 *
 * @param today ISO date.
 * @param months Whole, from 0.
 * @returns ISO date. An answer of a day before it has expired.
 */
export function keptSince(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10)
}
