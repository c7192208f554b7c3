import { InputError } from '../input-error.ts'
import { countBelow } from '../maths/count-below.ts'
import { moments } from '../maths/moments.ts'
import { percentileInc } from '../maths/percentile-inc.ts'

export type NormalizeMethod = 'MINMAX' | 'PERCENTRANK' | 'ZSCORE' | 'ROBUST'

type Rescale = (value: number) => number

/**
 * How a method rescales each of some values; `normalized` says what the methods are.
 *
 * @param values All values that are not blank, higher is better, in any order.
 * @throws InputError `noSpread` for ROBUST, where the quartiles are equal and the values are not.
 */
export function rescale(values: Float64Array, method: NormalizeMethod, scale: number): Rescale {
  const [low, range] = lowAndRange(values)
  const isScaled = method === 'MINMAX' || method === 'PERCENTRANK'
  if (range === 0) return () => (isScaled ? scale / 2 : 0)
  if (method === 'MINMAX') return (value) => ((value - low) / range) * scale
  const sorted = values.slice().sort()
  if (method === 'PERCENTRANK') return (value) => (countBelow(sorted, value) / (sorted.length - 1)) * scale
  return method === 'ZSCORE' ? zscore(sorted) : robust(sorted)
}

function zscore(sorted: Float64Array): Rescale {
  const { n, mean, squares } = moments(sorted)
  const deviation = Math.sqrt(squares / (n - 1))
  return (value) => (value - mean) / deviation
}

function robust(sorted: Float64Array): Rescale {
  const median = percentileInc(sorted, 1, 2)
  const spread = percentileInc(sorted, 3, 4) - percentileInc(sorted, 1, 4)
  if (spread === 0) throw new InputError('noSpread', undefined)
  return (value) => (value - median) / spread
}

/** Looked up once: a script context's globals are slow to reach, and these run for every cell. */
const { min, max } = Math

/** Both 0 where there are no values. */
function lowAndRange(values: Float64Array): [low: number, range: number] {
  if (values.length === 0) return [0, 0]
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    low = min(low, value)
    high = max(high, value)
  }
  return [low, high - low]
}
