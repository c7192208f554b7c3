import { InputError } from '../input-error.ts'
import { newtonStep } from './newton-step.ts'

/** Where the search stands: the coefficients, the log odds of each row by them, and what is to be made small. */
type Place = { betas: Float64Array; logOdds: Float64Array; loss: number }

/** Relative sizes of a step in the log odds: so small is the end of the way; larger ones that fail are no end. */
const SETTLED = 1e-9
const UNSETTLED = 1e-3
/** Rows on the border settle by a factor of e a step, so no step can show them settled before this one. */
const EARLIEST = 15
const MOST_STEPS = 200
/** What rounding may add to a loss that has come to its least. */
const ROUNDED = 1 + 1e-12

/**
 * The coefficients that minimise `sum of -log P(label) + lambda / 2 x sum of beta^2`, the first one not penalised.
 *
 * Newton steps (iteratively reweighted least squares), halved where they overshoot. Without lambda the minimum is at
 * infinity exactly where the labels are separated: seen when a late step takes no row in the wrong direction, which
 * rows on the border don't mind, or when steps don't shrink.
 *
 * @param columns Ones, then the standardised features, linearly independent if lambda is 0.
 * @param labels 1 and 0, both of them.
 * @throws InputError `separable`, with lambda 0 only.
 * @see Albert, Anderson (1984), On the existence of maximum likelihood estimates in logistic regression models.
 */
export function likeliestLogOdds(
  columns: readonly Float64Array[],
  labels: readonly number[],
  lambda: number,
): Float64Array {
  const placeAt = (betas: Float64Array): Place => {
    const logOdds = combined(columns, betas)
    return { betas, logOdds, loss: penalisedLoss(logOdds, labels, betas, lambda) }
  }
  let place = placeAt(new Float64Array(columns.length))
  let relative = 1
  for (let steps = 0; steps < MOST_STEPS && relative > SETTLED; steps++) {
    const step = newtonStep(columns, labels, place.logOdds, place.betas, lambda)
    const change = combined(columns, step)
    relative = largest(change) / (1 + largest(place.logOdds))
    if (lambda === 0 && steps >= EARLIEST && relative > SETTLED && separates(change, labels)) {
      throw new InputError('separable', undefined)
    }
    const next = improved(place, step, placeAt)
    if (!next) break
    place = next
  }
  if (lambda === 0 && relative > UNSETTLED) throw new InputError('separable', undefined)
  return place.betas
}

/** The place after the step or its longest half, quarter, ... that is no worse; undefined where there is none. */
function improved(place: Place, step: Float64Array, placeAt: (betas: Float64Array) => Place): Place | undefined {
  for (let length = 1; length > 1e-6; length /= 2) {
    const next = placeAt(place.betas.map((beta, i) => beta + length * (step[i] as number)))
    if (next.loss <= place.loss * ROUNDED) return next
  }
  return undefined
}

/** Whether a change in the log odds takes no row in the wrong direction, but for rounding. */
function separates(change: Float64Array, labels: readonly number[]): boolean {
  const limit = -SETTLED * largest(change)
  return change.every((odds, row) => (labels[row] === 1 ? odds : -odds) >= limit)
}

function penalisedLoss(logOdds: Float64Array, labels: readonly number[], betas: Float64Array, lambda: number): number {
  let loss = 0
  for (let i = 1; i < betas.length; i++) loss += (lambda / 2) * (betas[i] as number) ** 2
  for (let row = 0; row < logOdds.length; row++) {
    const right = labels[row] === 1 ? (logOdds[row] as number) : -(logOdds[row] as number)
    loss += Math.log1p(Math.exp(-Math.abs(right))) + Math.max(0, -right)
  }
  return loss
}

function combined(columns: readonly Float64Array[], betas: Float64Array): Float64Array {
  const sums = new Float64Array((columns[0] as Float64Array).length)
  columns.forEach((column, i) => {
    const beta = betas[i] as number
    for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] as number) + beta * (column[row] as number)
  })
  return sums
}

function largest(numbers: Float64Array): number {
  let most = 0
  for (const number of numbers) most = Math.max(most, Math.abs(number))
  return most
}
