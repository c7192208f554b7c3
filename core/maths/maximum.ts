import { choleskySolution } from './cholesky-solution.ts'

/** A function at one place, with its first and second derivatives. */
export type Curve = { value: number; gradient: number[]; hessian: number[][] }

export type Maximum = Curve & {
  at: number[]
  /** Inverse of the negative Hessian over the coordinates that are off their limits; undefined on them or where flat. */
  variances: (number | undefined)[]
}

export type Limits = { low: readonly number[]; high: readonly number[] }

const MOST_STEPS = 200
/** No coordinate moves further in one step. */
const LONGEST = 2
/** After an undamped step this short the place is exact: the error of Newton's method is squared by each step. */
const SHORT = 1e-6
/** Share of the value by which it may fall in a step that leads up: it is a sum of many terms. */
const ROUNDING = 1e-12
/** A step that gains less than this share of the value is the last. */
const NOISE = 1e-14
const MOST_DAMPING = 1e12

/**
 * Where a smooth function is largest within limits, climbing from `start`.
 *
 * Newton's method, damped as by Levenberg and Marquardt where the function bends the wrong way or a step leads down.
 * A coordinate on a limit that the function pushes against stays there; equal limits hold a coordinate fixed.
 *
 * @see Nocedal and Wright, Numerical Optimization, 2nd edition, 3.4 and 4.
 */
export function maximum(curveAt: (at: readonly number[]) => Curve, start: readonly number[], limits: Limits): Maximum {
  const within = (x: number, i: number) => Math.min(Math.max(x, limits.low[i] as number), limits.high[i] as number)
  let at = start.map(within)
  let curve = curveAt(at)
  let damping = 0
  for (let steps = 0; steps < MOST_STEPS && damping < MOST_DAMPING; steps++) {
    const free = freeCoordinates(at, curve.gradient, limits)
    const step = dampedStep(curve, free, damping)
    if (step === undefined) {
      damping = Math.max(10 * damping, 1e-4)
      continue
    }
    const from = at
    const to = at.map((x, i) => within(x + (step[i] as number), i))
    const moves = to.map((x, i) => (x === from[i] ? 0 : x - (from[i] as number)))
    const slopes = curve.gradient
    const gain = moves.reduce((sum, move, i) => sum + move * (slopes[i] as number), 0)
    const next = curveAt(to)
    if (!(next.value >= curve.value - ROUNDING * (1 + Math.abs(curve.value)))) {
      damping = Math.max(10 * damping, 1e-4)
      continue
    }
    at = to
    curve = next
    const isShort = damping === 0 && moves.every((move) => Math.abs(move) < SHORT)
    if (isShort || gain < NOISE * (1 + Math.abs(curve.value))) break
    damping = damping < 1e-3 ? 0 : damping / 10
  }
  return { ...curve, at, variances: variances(curve, freeCoordinates(at, curve.gradient, limits)) }
}

function freeCoordinates(at: readonly number[], gradient: readonly number[], { low, high }: Limits): number[] {
  const all = at.map((_, i) => i)
  return all.filter((i) => {
    const [x, slope] = [at[i] as number, gradient[i] as number]
    return !(x <= (low[i] as number) && slope <= 0) && !(x >= (high[i] as number) && slope >= 0)
  })
}

/** Newton's step over the free coordinates, the diagonal raised by `damping` times its size; undefined where not uphill. */
function dampedStep({ gradient, hessian }: Curve, free: readonly number[], damping: number): number[] | undefined {
  const slopes = free.map((i) => gradient[i] as number)
  const { solution, dependent } = choleskySolution(negativeHessian(hessian, free, damping), slopes, 0)
  if (dependent.length > 0) return undefined
  const longest = Math.max(LONGEST, ...solution.map(Math.abs))
  const step = gradient.map(() => 0)
  free.forEach((i, k) => {
    step[i] = ((solution[k] as number) * LONGEST) / longest
  })
  return step
}

function negativeHessian(hessian: readonly number[][], free: readonly number[], damping: number): Float64Array[] {
  return free.map((i) =>
    Float64Array.from(free, (j) => {
      const entry = -(hessian[i]?.[j] as number)
      return i === j ? entry + damping * (Math.abs(entry) + 1e-12) : entry
    }),
  )
}

function variances({ hessian }: Curve, free: readonly number[]): (number | undefined)[] {
  const found: (number | undefined)[] = hessian.map(() => undefined)
  const information = negativeHessian(hessian, free, 0)
  free.forEach((i, k) => {
    const unit = free.map((_, j) => (j === k ? 1 : 0))
    const { solution, dependent } = choleskySolution(information, unit, 0)
    if (dependent.length === 0) found[i] = solution[k]
  })
  return found
}
