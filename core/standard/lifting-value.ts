import { pointsAmong } from './points-among.ts'
import type { PointsMethod } from './standard.ts'
import { stepsInOne } from './steps-in-one.ts'

/** One indicator of one customer, and what the rest of that customer's score is. */
export type LiftedIndicator = {
  /** All customers' values; the customer's own at `row`. */
  values: readonly (number | undefined)[]
  row: number
  direction: 1 | -1
  method: PointsMethod
  /** Whether the points of this indicator lift the score far enough. */
  suffices: (points: number) => boolean
}

/**
 * The value closest to the customer's own that alone would suffice, all other values staying as they are; undefined
 * where none would.
 *
 * It is sought in steps of the column's own fineness (see `stepsInOne`): whole numbers where it holds whole numbers.
 * Points never fall as a value gets better, so that halving finds it.
 */
export function liftingValue({ values, row, direction, method, suffices }: LiftedIndicator): number | undefined {
  const others = values.filter((value, at): value is number => at !== row && value !== undefined)
  if (others.length === 0) return undefined
  const perOne = stepsInOne(values)
  const points = pointsAmong(others, method, direction)
  const valueAt = (step: number) => (direction * step) / perOne
  const stepOf = (value: number) => Math.round(direction * value * perOne)
  const reaches = (step: number) => suffices(points(valueAt(step)))

  const steps = others.reduce(
    (found, value) => ({ low: Math.min(found.low, stepOf(value)), high: Math.max(found.high, stepOf(value)) }),
    { low: Infinity, high: -Infinity },
  )
  const own = values[row]
  let without = own === undefined ? steps.low - 1 : stepOf(own)
  let withIt = Math.max(steps.high + 1, without)
  if (!reaches(withIt)) return undefined
  if (reaches(without)) return valueAt(without)
  while (withIt - without > 1) {
    const middle = Math.floor((without + withIt) / 2)
    if (reaches(middle)) withIt = middle
    else without = middle
  }
  return valueAt(withIt)
}
