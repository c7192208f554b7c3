import { groupedSums } from '../maths/grouped-sums.ts'
import { median } from '../maths/median.ts'
import { studentQuantile } from '../maths/student-quantile.ts'
import { sample } from '../statistics/sample.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import type { Measure } from './statistic.ts'

/** What a row that counts adds: for a share 1 or 0, for a distinct count its folded text. */
export type Tallied = { row: number; number?: number; text?: string }

/** A figure with the rows that it rests on; limits of 95 % for shares (Wilson) and means (Student's t). */
export type Measured = {
  /** Undefined where there are no rows to say it of. */
  value: number | undefined
  n: number
  low: number | undefined
  high: number | undefined
}

const CONFIDENCE = 0.95

/** One figure of rows. Sums lose no cents, whatever their order; a single value has a mean and no limits. */
export function measured(kind: Measure['kind'], rows: readonly Tallied[]): Measured {
  const n = rows.length
  const of = (value: number | undefined, low?: number, high?: number): Measured => ({ value, n, low, high })
  // In order of size, so that the order of rows changes not even the last digit.
  const numbers = () => rows.map(({ number = 0 }) => number).sort((a, b) => a - b)
  switch (kind) {
    case 'count':
      return of(n)
    case 'distinct':
      return of(new Set(rows.map(({ text }) => text)).size)
    case 'sum':
      return of(sum(numbers()))
    case 'median':
      return of(median(numbers()))
    case 'share': {
      const interval = wilsonInterval(rows.filter(({ number }) => number === 1).length, n, CONFIDENCE)
      return of(interval?.rate, interval?.low, interval?.high)
    }
    case 'mean': {
      const values = numbers()
      if (n === 0) return of(undefined)
      const mean = sum(values) / n
      if (n === 1) return of(mean)
      const half = studentQuantile((1 + CONFIDENCE) / 2, n - 1) * Math.sqrt(sample(values).meanVariance)
      return of(mean, mean - half, mean + half)
    }
  }
}

function sum(numbers: readonly number[]): number {
  const sums = groupedSums(1)
  for (const number of numbers) sums.add(0, number)
  return sums.of(0)
}
