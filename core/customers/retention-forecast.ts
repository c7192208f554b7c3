import { InputError } from '../input-error.ts'
import { type RetentionFit, retentionFit } from './retention-fit.ts'

export type RetentionPeriod = {
  /** Counted from the start: the survivors at the start are period 0. */
  period: number
  /** Share of the customers at the start who are still there after it, 0 to 1. */
  survival: number
  /** Share of those still there before it who stay through it, 0 to 1. */
  retention: number
}

/** At the start, and after one period. */
const LEAST_COUNTS = 2

/**
 * The periods after those observed: who is still there, by the shifted beta-geometric fitted to the survivors.
 *
 * Survival is the fitted curve itself, not joined on to the last count.
 *
 * @param survivors Customers at the start, then after each period, at whatever scale.
 * @param periods How many periods to go on for.
 * @throws InputError `tooFewValues`, `survivorsRise`, `survivorsGone`, naming a count by `rowOf` its position.
 * @see `retentionFit`
 */
export function retentionForecast(
  survivors: readonly number[],
  periods: number,
  rowOf: (position: number) => number = (position) => position + 1,
): RetentionPeriod[] {
  checkSurvivors(survivors, rowOf)
  const fit = retentionFit(survivors)
  const observed = survivors.length - 1
  const rows: RetentionPeriod[] = []
  let survival = 1
  for (let period = 1; period <= observed + periods; period++) {
    const retention = 1 - churnIn(fit, period)
    survival *= retention
    if (period > observed) rows.push({ period, survival, retention })
  }
  return rows
}

function churnIn({ churn, spread }: RetentionFit, period: number): number {
  return period === 1 ? churn : churn / (1 + spread * (period - 1))
}

function checkSurvivors(survivors: readonly number[], rowOf: (position: number) => number): void {
  survivors.forEach((count, i) => {
    const before = survivors[i - 1] ?? count
    if (count > before) throw new InputError('survivorsRise', { row: rowOf(i), before, count })
    if (count === 0) throw new InputError('survivorsGone', { row: rowOf(i) })
  })
  if (survivors.length < LEAST_COUNTS) {
    throw new InputError('tooFewValues', { argument: 'survivors', count: survivors.length, least: LEAST_COUNTS })
  }
}
