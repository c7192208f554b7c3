import { checkWeights } from '../../../core/scoring/check-weights.ts'
import { type Argument, isGiven, isRange } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { isNumberHeading } from '../reading/heading.ts'
import { readRows } from '../reading/rows.ts'
import { directionsOption } from '../scoring/indicators.ts'
import type { KpiArguments, KpiCell } from './kpi-cell.ts'

/**
 * KPIs below each other, those of one score; weights and directions may also lie in a row.
 *
 * @throws InputError `sizesDiffer`, `cellBlank`, `notNumber`, `weightNegative`, `weightsAllZero`, `notDirection`.
 */
export function kpiList({ actuals, targets, weights, directions, baselines }: KpiArguments): KpiCell[] {
  const headed = isRange(actuals) && isNumberHeading(actuals[0]?.[0]) && actuals.length > 1
  const columns = {
    actuals: numberColumn('actuals', actuals),
    targets: numberColumn('targets', targets),
    weights: isGiven(weights) ? numberColumn('weights', upright(weights, headed)) : undefined,
    directions: isGiven(directions) ? numberColumn('directions', upright(directions, headed)) : undefined,
    baselines: isGiven(baselines) ? numberColumn('baselines', baselines) : undefined,
  }
  const { values, length, heading } = readRows(columns, { mayBeBlank: ['actuals', 'baselines'] })
  const given = values.weights?.filter((weight) => weight !== undefined) ?? []
  if (given.length > 0) checkWeights(given)
  return Array.from({ length }, (_, i) => ({
    actual: values.actuals[i],
    target: values.targets[i],
    baseline: values.baselines?.[i],
    weight: values.weights?.[i] ?? 1,
    direction: directionsOption(values.directions?.[i] ?? 1, 1)[0] as 1 | -1,
    row: i + heading + 1,
    targetRow: i + heading + 1,
  }))
}

/** A row as a column, a blank above it where the others have a heading. */
function upright(given: Argument, headed: boolean): Argument {
  const row = isRange(given) && given.length === 1 ? given[0] : undefined
  if (row === undefined || row.length === 1) return given
  return [...(headed ? ['' as const] : []), ...row].map((cell) => [cell])
}
