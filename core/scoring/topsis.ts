import { checkWeights } from './check-weights.ts'
import type { Direction } from './normalized.ts'

type Criterion = { values: readonly number[]; weight: number; direction?: Direction }

/**
 * How close each row comes to the best of every column, from 0 (worst in all) to 1 (best in all), by TOPSIS.
 *
 * Columns are divided by the root of their sum of squares and weighted. The ideal has the best of each column, its
 * opposite the worst; closeness is d- / (d+ + d-), with the distances to the opposite and to the ideal. Rows that are
 * equal in all weighted columns are equally close. Where all rows are, the ideal and its opposite are one: 0.5.
 *
 * @param criteria Equally long; only the proportions of the weights count.
 * @returns One closeness per row.
 * @throws InputError `weightNegative`, `weightsAllZero`.
 * @see Hwang, Yoon: Multiple Attribute Decision Making (1981), section 3.4.3.
 */
export function topsis(criteria: readonly Criterion[]): number[] {
  checkWeights(criteria.map(({ weight }) => weight))
  const toBest = new Array<number>(criteria[0]?.values.length ?? 0).fill(0)
  const toWorst = [...toBest]
  for (const criterion of criteria) {
    const points = weightedPoints(criterion)
    const best = points.reduce((most, point) => Math.max(most, point), -Infinity)
    const worst = points.reduce((least, point) => Math.min(least, point), Infinity)
    points.forEach((point, row) => {
      toBest[row] = (toBest[row] as number) + (best - point) ** 2
      toWorst[row] = (toWorst[row] as number) + (point - worst) ** 2
    })
  }
  return toBest.map((best, row) => closeness(Math.sqrt(best), Math.sqrt(toWorst[row] as number)))
}

/** The column over its root sum of squares, times its weight; higher is better. */
function weightedPoints({ values, weight, direction = 1 }: Criterion): number[] {
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  const factor = norm === 0 ? 0 : (direction * weight) / norm
  return values.map((value) => value * factor)
}

function closeness(toBest: number, toWorst: number): number {
  return toBest + toWorst === 0 ? 0.5 : toWorst / (toBest + toWorst)
}
