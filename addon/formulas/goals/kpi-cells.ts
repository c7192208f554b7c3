import { InputError } from '../../../core/input-error.ts'
import { checkWeights } from '../../../core/scoring/check-weights.ts'
import { type Argument, type Cell, isBlank, isGiven, isRange } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { numberList } from '../reading/lists.ts'
import { isHeadingRow } from '../reading/matrix.ts'
import { isNumberHeading, readNumber } from '../reading/number.ts'
import { rangeRows } from '../reading/range-rows.ts'
import { readRows } from '../reading/rows.ts'
import { directionsOption } from '../scoring/indicators.ts'

type KpiArguments = Record<'actuals' | 'targets' | 'weights' | 'directions' | 'baselines', Argument>

/** One KPI of one score, and the rows of its arguments that it stands in. */
export type KpiCell = {
  actual: number | undefined
  target: number | undefined
  baseline: number | undefined
  weight: number
  direction: 1 | -1
  row: number
  targetRow: number
}

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

/**
 * KPIs beside each other, a score in each row.
 *
 * @throws InputError `argumentMissing`, `sizesDiffer`, `countDiffers`, `cellBlank`, `notNumber`, `weightNegative`,
 * `weightsAllZero`, `notDirection`.
 */
export function kpiGrid({ actuals, targets, weights, directions, baselines }: KpiArguments) {
  const size = gridSize([actuals, targets, baselines])
  const figure = {
    actual: gridCells('actuals', actuals, size),
    target: gridCells('targets', targets, size),
    baseline: isGiven(baselines) ? gridCells('baselines', baselines, size) : undefined,
  }
  const weightOf = numberList('weights', weights) ?? new Array<number>(size.columns).fill(1)
  if (weightOf.length !== size.columns) {
    throw new InputError('countDiffers', { argument: 'weights', count: weightOf.length, columns: size.columns })
  }
  checkWeights(weightOf)
  const directionOf = directionsOption(directions, size.columns)
  const kpis = (row: number): KpiCell[] =>
    weightOf.map((weight, column) => ({
      actual: figure.actual(row, column).value,
      target: figure.target(row, column).value,
      baseline: figure.baseline?.(row, column).value,
      weight,
      direction: directionOf[column] as 1 | -1,
      row: figure.actual(row, column).row,
      targetRow: figure.target(row, column).row,
    }))
  return { length: size.rows - size.heading, heading: size.heading, kpis }
}

type GridSize = { rows: number; columns: number; heading: 0 | 1 }

/** The size of the first grid; a row of headings is one where no grid of that height has a number in it. */
function gridSize(grids: readonly Argument[]): GridSize {
  const [first] = grids as [readonly (readonly Cell[])[]]
  const firsts = grids
    .filter((grid) => isRange(grid) && grid.length === first.length)
    .map((grid) => (grid as typeof first)[0] ?? [])
  const named = firsts.filter((cells) => !cells.every(isBlank))
  const heading = first.length > 1 && named.length > 0 && named.every(isHeadingRow) ? 1 : 0
  return { rows: first.length, columns: first[0]?.length ?? 0, heading }
}

/** How to read a grid of that size, or one row that stands for all its rows, under a heading or not. */
function gridCells(argument: string, given: Argument, { rows, columns, heading }: GridSize) {
  const cells = rangeRows(argument, given)
  const width = cells[0]?.length ?? 0
  if (width !== columns) throw new InputError('countDiffers', { argument, count: width, columns })
  const isOneRow = cells.length === 1 || (cells.length === 2 && isHeadingRow(cells[0] ?? []))
  if (cells.length !== rows && !isOneRow) {
    throw new InputError('sizesDiffer', { argument: 'actuals', rows, other: argument, otherRows: cells.length })
  }
  return (row: number, column: number): { value: number | undefined; row: number } => {
    const at = cells.length === rows ? row + heading : cells.length - 1
    const cell = cells[at]?.[column]
    return { value: isBlank(cell) ? undefined : readNumber(cell, { argument, row: at + 1 }), row: at + 1 }
  }
}
