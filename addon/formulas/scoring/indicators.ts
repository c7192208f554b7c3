import { InputError } from '../../../core/input-error.ts'
import type { Direction } from '../../../core/scoring/normalized.ts'
import type { NormalizeMethod } from '../../../core/scoring/rescale.ts'
import type { WeightedIndicator } from '../../../core/scoring/score-parts.ts'
import type { Argument } from '../reading/cell.ts'
import { numberList } from '../reading/lists.ts'
import type { Matrix } from '../reading/matrix.ts'
import { positive } from '../reading/number-checks.ts'
import { choice, numberOption } from '../reading/options.ts'
import { required } from '../reading/required.ts'

/** Each column with its weight and direction. @throws InputError `argumentMissing`, `countDiffers`, `notDirection`. */
export function indicators({ columns }: Matrix, weights: Argument, directions: Argument): WeightedIndicator[] {
  const weightList = required('weights', weightsOption(weights, columns.length))
  const directionList = directionsOption(directions, columns.length)
  return columns.map((values, i) => ({
    values,
    weight: weightList[i] as number,
    direction: directionList[i] as Direction,
  }))
}

/** One weight for each column, undefined where left out. @throws InputError `notNumber`, `countDiffers`. */
export function weightsOption(given: Argument, columns: number): number[] | undefined {
  return listForEach('weights', given, columns)
}

/** 1 or -1 for each column, 1 where left out. @throws InputError `countDiffers`, `notDirection`. */
export function directionsOption(given: Argument, columns: number): Direction[] {
  const list = listForEach('directions', given, columns) ?? new Array<Direction>(columns).fill(1)
  return list.map((direction) => {
    if (direction === 1 || direction === -1) return direction
    throw new InputError('notDirection', { argument: 'directions', text: String(direction) })
  })
}

export function normalizeMethod(given: Argument): NormalizeMethod {
  return choice<NormalizeMethod>('method', given, ['MINMAX', 'PERCENTRANK', 'ZSCORE', 'ROBUST'])
}

/** The highest value of a scale, 100 where left out. @throws InputError `notNumber`, `notAbove`. */
export function scaleOption(given: Argument): number {
  return numberOption('scale', given, positive) ?? 100
}

function listForEach(argument: string, given: Argument, columns: number): number[] | undefined {
  const list = numberList(argument, given)
  if (list && list.length !== columns) throw new InputError('countDiffers', { argument, count: list.length, columns })
  return list
}
