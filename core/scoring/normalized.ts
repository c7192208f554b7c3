import { type NormalizeMethod, rescale } from './rescale.ts'

export type Direction = 1 | -1

/** One value per cell; undefined where the cell is blank. */
export type Indicator = readonly (number | undefined)[]

/**
 * One indicator on a scale that can be added to others; higher is always better.
 *
 * MINMAX and PERCENTRANK (share of the other values that are below, as PERCENTRANK.INC) run from 0 to `scale`, and a
 * constant column is `scale / 2`. ZSCORE (sample standard deviation) and ROBUST (median and PERCENTILE.INC quartiles)
 * are not scaled, and a constant column is 0. Blanks stay undefined and count nowhere.
 *
 * @param direction 1 where higher is better, -1 where lower is.
 * @throws InputError `noSpread` for ROBUST, where the quartiles are equal and the values are not.
 */
export function normalized(
  values: Indicator,
  method: NormalizeMethod = 'MINMAX',
  direction: Direction = 1,
  scale = 100,
): (number | undefined)[] {
  const ofCell = normalizer(values, method, direction, scale)
  return values.map((value) => (value === undefined ? undefined : ofCell(value)))
}

/** What `normalized` makes of each cell that is not blank. @throws InputError `noSpread`. */
export function normalizer(
  values: Indicator,
  method: NormalizeMethod,
  direction: Direction,
  scale: number,
): (value: number) => number {
  const filled = new Float64Array(values.length)
  let count = 0
  for (const value of values) if (value !== undefined) filled[count++] = direction * value
  const rescaled = rescale(filled.subarray(0, count), method, scale)
  return (value) => rescaled(direction * value)
}
