import { ascending } from '../ascending.ts'
import { InputError } from '../input-error.ts'
import { percentileInc } from '../percentile-inc.ts'

export type NormalizeMethod = 'MINMAX' | 'PERCENTRANK' | 'ZSCORE' | 'ROBUST'
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
  const sorted = ascending(values.filter((value) => value !== undefined).map((value) => direction * value))
  const rescale = SCALES[method](sorted, scale)
  return values.map((value) => (value === undefined ? undefined : rescale(direction * value)))
}

type Rescale = (value: number) => number

/** How each method rescales a value, given all values ascending. */
const SCALES: Record<NormalizeMethod, (sorted: readonly number[], scale: number) => Rescale> = {
  MINMAX: (sorted, scale) => {
    const [low, range] = lowAndRange(sorted)
    return range === 0 ? () => scale / 2 : (value) => ((value - low) / range) * scale
  },
  PERCENTRANK: (sorted, scale) => {
    if (lowAndRange(sorted)[1] === 0) return () => scale / 2
    const below = new Map<number, number>()
    sorted.forEach((value, count) => {
      if (!below.has(value)) below.set(value, count)
    })
    return (value) => ((below.get(value) as number) / (sorted.length - 1)) * scale
  },
  ZSCORE: (sorted) => {
    if (lowAndRange(sorted)[1] === 0) return () => 0
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
    const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    const deviation = Math.sqrt(squares / (sorted.length - 1))
    return (value) => (value - mean) / deviation
  },
  ROBUST: (sorted) => {
    if (lowAndRange(sorted)[1] === 0) return () => 0
    const median = percentileInc(sorted, 1, 2)
    const spread = percentileInc(sorted, 3, 4) - percentileInc(sorted, 1, 4)
    if (spread === 0) throw new InputError('noSpread', undefined)
    return (value) => (value - median) / spread
  },
}

function lowAndRange(sorted: readonly number[]): [low: number, range: number] {
  const low = sorted[0] ?? 0
  return [low, (sorted[sorted.length - 1] ?? 0) - low]
}
