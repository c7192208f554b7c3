import { InputError } from '../input-error.ts'
import { type Limits, type Maximum, maximum } from '../maths/maximum.ts'
import { type HistoryGroups, historyGroups, thinned } from './history-groups.ts'
import type { OrderHistory } from './order-histories.ts'
import { repeatLikelihood } from './repeat-likelihood.ts'
import type { RepeatModel, RepeatParameters } from './repeat-model.ts'

/** What a fit ran into: no dropout; order rates that do not differ; dropout alike for all, or all or nothing. */
type RepeatNote = 'noDropout' | 'sameRate' | 'dropoutAtLimit'

export type RepeatFit = RepeatParameters & {
  /** Standard errors of r, alpha, a and b; undefined where the likelihood has no top in that direction. */
  errors: (number | undefined)[]
  logLikelihood: number
  customers: number
  notes: RepeatNote[]
}

/** r, a and b are sought between e^-LIMIT and e^LIMIT. */
const LIMIT = Math.log(1e6)
/** Found beyond this, a parameter is on its way to 0 or Infinity. */
const RUNAWAY = Math.log(1e5)
/** A gain in log-likelihood that says nothing. */
const NO_GAIN = 1e-6
/** Order rates and their spread can't be told from fewer customers who came back. */
const LEAST_REPEATERS = 3
const DROPOUT_LIMITS = { low: [-LIMIT, -Infinity, -LIMIT, -LIMIT], high: [LIMIT, Infinity, LIMIT, LIMIT] }
const NO_DROPOUT_LIMITS = { low: [-LIMIT, -Infinity, -Infinity, 0], high: [LIMIT, Infinity, -Infinity, 0] }
/** Of more different histories, a sample tells which top is the highest. */
const ENOUGH_GROUPS = 2000
/** From the top of a sample the climb starts no further out than this, where the slope can still be felt. */
const NEAR = 5
/** r, a and b to climb from. */
const STARTS = [
  [0.3, 0.3, 0.3],
  [2, 0.1, 1],
  [1, 20, 60],
] as const

/**
 * BG/NBD or MBG/NBD fitted by maximum likelihood.
 *
 * Where no dropout explains the orders as well, the fit is NBD with a = 0. Standard errors are those of the parameters
 * themselves, from the observed information at the top.
 *
 * @param histories Times in the unit that alpha shall have.
 * @throws InputError `fewRepeats` where fewer than three customers have repeat orders.
 */
export function repeatFit(histories: readonly OrderHistory[], model: RepeatModel): RepeatFit {
  const groups = historyGroups(histories)
  const repeaters = groups.moreThan[0] ?? 0
  if (repeaters < LEAST_REPEATERS) throw new InputError('fewRepeats', { customers: repeaters, least: LEAST_REPEATERS })
  const withDropout = highest(groups, model)
  const without = highestWithoutDropout(groups, model)
  const noDropout = !(withDropout.value > without.value + NO_GAIN)
  const top = noDropout ? without : withDropout
  const sameRate = Math.abs(top.at[0] as number) > RUNAWAY
  const dropoutAtLimit = !noDropout && top.at.slice(2).some((log) => Math.abs(log) > RUNAWAY)
  const [r, alpha, a, b] = top.at.map(Math.exp) as [number, number, number, number]
  const errors = top.variances.map((variance, i) => {
    if (variance === undefined || (i < 2 ? sameRate : noDropout || dropoutAtLimit)) return undefined
    return Math.exp(top.at[i] as number) * Math.sqrt(variance)
  })
  const notes: RepeatNote[] = []
  if (noDropout) notes.push('noDropout')
  if (sameRate) notes.push('sameRate')
  if (dropoutAtLimit) notes.push('dropoutAtLimit')
  return { model, r, alpha, a, b, errors, logLikelihood: top.value, customers: histories.length, notes }
}

function highest(groups: HistoryGroups, model: RepeatModel): Maximum {
  const sample = thinned(groups, ENOUGH_GROUPS)
  const tops = STARTS.map((start) => climb(sample, model, startAt(sample, start), DROPOUT_LIMITS))
  const best = tops.reduce((highest, top) => (top.value > highest.value ? top : highest))
  if (sample === groups) return best
  const near = best.at.map((log, i) => (i === 1 ? log : Math.min(Math.max(log, -NEAR), NEAR)))
  near[1] = (best.at[1] as number) - (best.at[0] as number) + (near[0] as number)
  return climb(groups, model, near, DROPOUT_LIMITS)
}

/** b is then without meaning and held at 1. */
function highestWithoutDropout(groups: HistoryGroups, model: RepeatModel): Maximum {
  return climb(groups, model, startAt(groups, [1, 0, 1]), NO_DROPOUT_LIMITS)
}

/** The logarithms of the parameters, alpha such that the mean order rate is that of the data. */
function startAt({ x, T, customers }: HistoryGroups, [r, a, b]: readonly [number, number, number]): number[] {
  let orders = 0
  let time = 0
  customers.forEach((count, i) => {
    orders += count * (x[i] as number)
    time += count * (T[i] as number)
  })
  return [r, (r * time) / orders, a, b].map(Math.log)
}

function climb(groups: HistoryGroups, model: RepeatModel, start: readonly number[], limits: Limits): Maximum {
  const likelihood = repeatLikelihood(groups, model)
  const top = maximum(likelihood, start, limits)
  // On the way to infinity the climb ends where rounding hides the slope: the limit itself does not depend on that.
  if (!((top.at[0] as number) > RUNAWAY)) return top
  const [, ...low] = limits.low
  const [, ...high] = limits.high
  const atLimit = [LIMIT, (top.at[1] as number) - (top.at[0] as number) + LIMIT, ...top.at.slice(2)]
  return maximum(likelihood, atLimit, { low: [LIMIT, ...low], high: [LIMIT, ...high] })
}
