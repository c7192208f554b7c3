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
  let at = start.map((x, i) => Math.min(Math.max(x, limits.low[i] as number), limits.high[i] as number))
  let curve = curveAt(at)
  let damping = 0
  for (let steps = 0; steps < MOST_STEPS && damping < MOST_DAMPING; steps++) {
    const step = stepWithin(curve, at, limits, damping)
    const next = step && curveAt(step.to)
    const worth = 1 + Math.abs(curve.value)
    if (step === undefined || next === undefined || !(next.value >= curve.value - ROUNDING * worth)) {
      damping = Math.max(10 * damping, 1e-4)
      continue
    }
    at = step.to
    curve = next
    if (step.isWhole && (step.gain < NOISE * worth || (damping === 0 && step.length < SHORT))) break
    damping = damping < 1e-3 ? 0 : damping / 10
  }
  return { ...curve, at, variances: variances(curve, freeCoordinates(at, curve.gradient, limits)) }
}

type Step = {
  to: number[]
  /** The farthest that a coordinate moves. */
  length: number
  /** What the slope promises. */
  gain: number
  /** Whether no limit cut it short. */
  isWhole: boolean
}

/** A damped step that ends where it meets a limit; undefined where the function does not bend down. */
function stepWithin(curve: Curve, at: readonly number[], limits: Limits, damping: number): Step | undefined {
  let free = freeCoordinates(at, curve.gradient, limits)
  for (;;) {
    const moves = dampedMoves(curve, free, damping)
    if (moves === undefined) return undefined
    const shares = moves.map((move, i) => shareWithin(at[i] as number, move, limits, i))
    const isStuck = (i: number) => shares[i] === 0
    if (!free.some(isStuck)) return stepOf(curve, at, moves, shares, limits)
    free = free.filter((i) => !isStuck(i))
  }
}

/** How much of a move fits within the limits: Infinity or more than 1 where there is room. */
function shareWithin(x: number, move: number, { low, high }: Limits, i: number): number {
  if (move === 0) return Infinity
  return ((move > 0 ? (high[i] as number) : (low[i] as number)) - x) / move
}

function stepOf(
  { gradient }: Curve,
  at: readonly number[],
  moves: readonly number[],
  shares: readonly number[],
  { low, high }: Limits,
): Step {
  const share = Math.min(1, ...shares)
  const to = at.map((x, i) => {
    const move = moves[i] as number
    if (shares[i] === share) return (move > 0 ? high[i] : low[i]) as number
    return move === 0 ? x : x + share * move
  })
  const gain = moves.reduce((sum, move, i) => sum + share * move * (gradient[i] as number), 0)
  return { to, length: Math.max(0, ...moves.map(Math.abs)), gain, isWhole: share === 1 }
}

function freeCoordinates(at: readonly number[], gradient: readonly number[], { low, high }: Limits): number[] {
  const all = at.map((_, i) => i)
  return all.filter((i) => {
    const [x, slope] = [at[i] as number, gradient[i] as number]
    return !(x <= (low[i] as number) && slope <= 0) && !(x >= (high[i] as number) && slope >= 0)
  })
}

/** Newton's step over the free coordinates, the diagonal raised by `damping` times its size; undefined where not uphill. */
function dampedMoves({ gradient, hessian }: Curve, free: readonly number[], damping: number): number[] | undefined {
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
