import { checkWeights } from './check-weights.ts'
import { type Direction, type Indicator, normalizer } from './normalized.ts'
import type { NormalizeMethod } from './rescale.ts'

export type WeightedIndicator = { values: Indicator; weight: number; direction?: Direction }

/**
 * What each indicator adds to the score of each row: its normalised value times its share of the weights.
 *
 * A blank cell adds nothing (undefined), and the other weights of that row share the whole. Where a row's remaining
 * weights are all 0 its parts are undefined.
 *
 * @returns One column per indicator, each as long as the indicators.
 * @throws InputError `weightNegative`, `weightsAllZero`, `noSpread`.
 */
export function scoreParts(
  indicators: readonly WeightedIndicator[],
  method: NormalizeMethod = 'MINMAX',
  scale = 100,
): (number | undefined)[][] {
  const totals = rowWeights(indicators)
  const parts = indicators.map((indicator) => partOf(indicator, method, scale))
  return indicators.map(({ values }, i) => {
    const part = parts[i] as (value: number) => number
    return values.map((value, row) => {
      const total = totals[row] as number
      return value === undefined || total === 0 ? undefined : part(value) / total
    })
  })
}

/** What a cell adds, before the weights of its row are made to sum to 1. @throws InputError `noSpread`. */
export function partOf(
  { values, weight, direction = 1 }: WeightedIndicator,
  method: NormalizeMethod,
  scale: number,
): (value: number) => number {
  const ofCell = normalizer(values, method, direction, scale)
  return (value) => ofCell(value) * weight
}

/**
 * For each row the sum of the weights of its indicators that are not blank.
 *
 * @throws InputError `weightNegative`, `weightsAllZero`.
 */
export function rowWeights(indicators: readonly WeightedIndicator[]): Float64Array {
  checkWeights(indicators.map(({ weight }) => weight))
  const totals = new Float64Array(indicators[0]?.values.length ?? 0)
  for (const { values, weight } of indicators) {
    for (let row = 0; row < totals.length; row++) {
      if (values[row] !== undefined) totals[row] = (totals[row] as number) + weight
    }
  }
  return totals
}
