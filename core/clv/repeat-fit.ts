import { InputError } from '../input-error.ts'
import { type Limits, type Maximum, maximum } from '../maths/maximum.ts'
import { type HistoryGroups, historyGroups } from './history-groups.ts'
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
  const tops = STARTS.map(([r, a, b]) => climb(groups, model, [r, a, b], DROPOUT_LIMITS))
  return tops.reduce((best, top) => (top.value > best.value ? top : best))
}

/** b is then without meaning and held at 1. */
function highestWithoutDropout(groups: HistoryGroups, model: RepeatModel): Maximum {
  return climb(groups, model, [1, 0, 1], NO_DROPOUT_LIMITS)
}

/** From where the mean order rate is that of the data. */
function climb(groups: HistoryGroups, model: RepeatModel, [r, a, b]: readonly number[], limits: Limits): Maximum {
  let orders = 0
  let time = 0
  groups.customers.forEach((customers, i) => {
    orders += customers * (groups.x[i] as number)
    time += customers * (groups.T[i] as number)
  })
  const start = [r, ((r as number) * time) / orders, a, b].map((value) => Math.log(value as number))
  const likelihood = repeatLikelihood(groups, model)
  const top = maximum(likelihood, start, limits)
  // On the way to infinity the climb ends where rounding hides the slope: the limit itself does not depend on that.
  if (!((top.at[0] as number) > RUNAWAY)) return top
  const [, ...low] = limits.low
  const [, ...high] = limits.high
  const atLimit = [LIMIT, (top.at[1] as number) - (top.at[0] as number) + LIMIT, ...top.at.slice(2)]
  return maximum(likelihood, atLimit, { low: [LIMIT, ...low], high: [LIMIT, ...high] })
}
