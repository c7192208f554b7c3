import { InputError } from '../input-error.ts'
import { type Direction, type Indicator, type NormalizeMethod, normalized } from './normalized.ts'

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
  const negative = indicators.find(({ weight }) => weight < 0)
  if (negative) throw new InputError('weightNegative', { weight: negative.weight })
  if (indicators.every(({ weight }) => weight === 0)) throw new InputError('weightsAllZero', undefined)
  const columns = indicators.map(({ values, direction }) => normalized(values, method, direction, scale))
  const present = rowWeights(indicators)
  return columns.map((column, i) => {
    const weight = indicators[i]?.weight as number
    return column.map((value, row) => {
      const total = present[row] as number
      return value === undefined || total === 0 ? undefined : (value * weight) / total
    })
  })
}

/** For each row the sum of the weights of its indicators that are not blank. */
function rowWeights(indicators: readonly WeightedIndicator[]): number[] {
  const totals = new Array<number>(indicators[0]?.values.length ?? 0).fill(0)
  for (const { values, weight } of indicators) {
    values.forEach((value, row) => {
      if (value !== undefined) totals[row] = (totals[row] as number) + weight
    })
  }
  return totals
}
