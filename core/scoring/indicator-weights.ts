import { InputError } from '../input-error.ts'
import { criticInformation } from './critic-information.ts'
import { entropyDivergence } from './entropy-divergence.ts'
import { type Direction, normalized } from './normalized.ts'
import { sampleDeviation } from './sample-deviation.ts'

type WeightMethod = 'ENTROPY' | 'CRITIC' | 'STDEV' | 'EQUAL'

type Indicator = { values: readonly number[]; direction?: Direction }

/**
 * A weight for each indicator by what its values tell of the rows; they sum to 1.
 *
 * ENTROPY weighs by `entropyDivergence` of the values as they are. STDEV by the sample standard deviation and CRITIC by
 * `criticInformation`, both of the min-max scaled values. Only CRITIC looks at directions, because turning one indicator
 * round turns its correlations round. An indicator that is the same in every row weighs 0 and changes no other weight.
 * Where all the others say the same (CRITIC), they share equally.
 *
 * @param indicators Equally long; for ENTROPY values of 0 or more.
 * @throws InputError `noVariation` where no indicator differs between rows, unless the method is EQUAL.
 */
export function indicatorWeights(indicators: readonly Indicator[], method: WeightMethod = 'ENTROPY'): number[] {
  if (method === 'EQUAL') return indicators.map(() => 1 / indicators.length)
  const varying = indicators.filter(varies)
  if (varying.length === 0) throw new InputError('noVariation', undefined)
  const information = INFORMATION[method](varying)
  const total = information.reduce((sum, each) => sum + each, 0)
  let next = 0
  return indicators.map((indicator) => {
    if (!varies(indicator)) return 0
    const own = information[next++] as number
    return total === 0 ? 1 / varying.length : own / total
  })
}

const INFORMATION: Record<Exclude<WeightMethod, 'EQUAL'>, (varying: readonly Indicator[]) => number[]> = {
  ENTROPY: (varying) => varying.map(({ values }) => entropyDivergence(values)),
  STDEV: (varying) => unitColumns(varying).map(sampleDeviation),
  CRITIC: (varying) => criticInformation(unitColumns(varying)),
}

function unitColumns(varying: readonly Indicator[]): number[][] {
  return varying.map(({ values, direction }) => normalized(values, 'MINMAX', direction, 1) as number[])
}

function varies({ values }: Indicator): boolean {
  return values.some((value) => value !== values[0])
}
