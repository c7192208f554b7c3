import { InputError } from '../../../core/input-error.ts'
import { checkWeights } from '../../../core/scoring/check-weights.ts'
import { type Argument, type Cell, isBlank, isGiven, isRange } from '../reading/cell.ts'
import { isHeadingRow } from '../reading/heading.ts'
import { readNumber } from '../reading/number.ts'
import { rangeRows } from '../reading/range-rows.ts'
import { directionsOption, weightsOption } from '../scoring/indicators.ts'
import type { KpiArguments, KpiCell } from './kpi-cell.ts'

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
  const weightOf = weightsOption(weights, size.columns) ?? new Array<number>(size.columns).fill(1)
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
  const heading = first.length > 1 && named.length > 0 && named.every((cells) => isHeadingRow(cells)) ? 1 : 0
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
