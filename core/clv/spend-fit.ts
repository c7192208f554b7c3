import { type Maximum, maximum } from '../maths/maximum.ts'
import type { OrderHistory } from './order-histories.ts'
import { type Spend, spendLikelihood } from './spend-likelihood.ts'

/** The Gamma-Gamma model: what a customer's orders come to varies around its own mean, and the means vary by customer. */
export type SpendParameters = { p: number; q: number; v: number }

/**
 * What a fit ran into: too few customers; all spend the same; no mean, as q is not above 1; no difference between the
 * customers, or between the orders of one.
 */
type SpendNote = 'tooFewSpends' | 'sameSpends' | 'noMeanSpend' | 'spendsAtLimit'

export type SpendFit = {
  /** undefined where there are too few customers; where all spend the same, parameters that expect just that. */
  parameters: SpendParameters | undefined
  /** Standard errors of p, q and v; undefined where the likelihood has no top in that direction. */
  errors: (number | undefined)[]
  /** undefined where nothing could be fitted. */
  logLikelihood: number | undefined
  /** Customers with repeat orders and a mean spend above 0, to whom it is fitted. */
  customers: number
  /** Customers with repeat orders and a mean spend of 0 or less: the model knows only spends above 0. */
  leftOut: number
  notes: SpendNote[]
}

/** Three parameters can't be told from fewer customers. */
export const LEAST_SPENDERS = 3
const LIMIT = 1e6
const RUNAWAY = 1e5
/** Spends that differ by less than this share are the same but for rounding. */
const SAME = 1e-9
const LIMITS = {
  low: [-Math.log(LIMIT), -Math.log(LIMIT), -Infinity],
  high: [Math.log(LIMIT), Math.log(LIMIT), Infinity],
}
/** Of more customers, a sample tells which top is the highest. */
const ENOUGH_SPENDERS = 2000
/** From the top of a sample the climb starts no further out than this, where the slope can still be felt. */
const NEAR = 5
/** p, q and v to climb from, where the mean spend is 1. */
const STARTS = [
  [2, 3, 1],
  [20, 20, 1],
] as const

/**
 * The Gamma-Gamma model fitted by maximum likelihood to the mean spend of repeat orders.
 *
 * @see Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 */
export function spendFit(histories: readonly (OrderHistory & { spend: number | undefined })[]): SpendFit {
  const repeated = histories.filter((one): one is OrderHistory & Spend => one.spend !== undefined)
  const spends = repeated.filter(({ spend }) => spend > 0).sort((a, b) => a.x - b.x || a.spend - b.spend)
  const customers = spends.length
  const leftOut = repeated.length - customers
  const nothing = { errors: [undefined, undefined, undefined], logLikelihood: undefined, customers, leftOut }
  if (customers < LEAST_SPENDERS) return { ...nothing, parameters: undefined, notes: ['tooFewSpends'] }
  const scale = spends.reduce((sum, { spend }) => sum + spend, 0) / customers
  if (spends.every(({ spend }) => Math.abs(spend / scale - 1) < SAME)) {
    const parameters = { p: LIMIT, q: LIMIT, v: (scale * (LIMIT - 1)) / LIMIT }
    return { ...nothing, parameters, notes: ['sameSpends'] }
  }
  const top = highest(spends.map(({ x, spend }) => ({ x, spend: spend / scale })))
  const [p, q, v] = top.at.map(Math.exp) as [number, number, number]
  const atLimit = [p, q].some((value) => value > RUNAWAY || value < 1 / RUNAWAY)
  const errors = [p, q, v * scale].map((value, i) => {
    const variance = top.variances[i]
    return variance === undefined || atLimit ? undefined : value * Math.sqrt(variance)
  })
  const notes: SpendNote[] = []
  if (q <= 1) notes.push('noMeanSpend')
  if (atLimit) notes.push('spendsAtLimit')
  const logLikelihood = top.value - customers * Math.log(scale)
  return { parameters: { p, q, v: v * scale }, errors, logLikelihood, customers, leftOut, notes }
}

function highest(spends: readonly Spend[]): Maximum {
  const nth = Math.ceil(spends.length / ENOUGH_SPENDERS)
  const sample = nth <= 1 ? spends : spends.filter((_, i) => i % nth === 0)
  const tops = STARTS.map((start) => maximum(spendLikelihood(sample), start.map(Math.log), LIMITS))
  const best = tops.reduce((highest, top) => (top.value > highest.value ? top : highest))
  if (sample === spends) return best
  const near = best.at.map((log) => Math.min(Math.max(log, -NEAR), NEAR))
  return maximum(spendLikelihood(spends), near, LIMITS)
}
