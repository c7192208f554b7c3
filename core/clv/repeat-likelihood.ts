import type { Curve } from '../maths/maximum.ts'
import type { HistoryGroups } from './history-groups.ts'
import { dropoutChances, type RepeatModel, type RepeatParameters } from './repeat-model.ts'

/** Looked up once: a script context's globals are slow to reach, and these run for every customer. */
const { abs, exp, log, log1p, max } = Math

/**
 * The log-likelihood of BG/NBD or MBG/NBD with its derivatives by the logarithms of r, alpha, a and b.
 *
 * Ratios of gamma functions are sums of logarithms over the number of orders, one term for all customers who got that
 * far; the sum of "still here" and "dropped out" is taken in logarithms. So neither large counts nor large parameters
 * overflow or cancel. With a = 0 (its logarithm -Infinity) it is the likelihood of NBD, without dropout.
 *
 * @see Fader, Hardie and Lee (2005), equation 6; Batislam, Denizel and Filiztekin (2007), International Journal of
 *   Research in Marketing 24, equation 4.
 */
export function repeatLikelihood(groups: HistoryGroups, model: RepeatModel) {
  return (logs: readonly number[]): Curve => {
    const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number]
    const sums = new Float64Array(TERMS)
    addOrderRates(sums, groups, r)
    addDropoutChances(sums, groups, model, a, b)
    addTimes(sums, groups, r, alpha)
    addDropouts(sums, groups, { model, r, alpha, a, b })
    return asCurve(sums)
  }
}

/** Places in the sums, in this order: the value, the four slopes, the upper triangle of the second derivatives. */
const VALUE = 0
const R = 1
const RATE = 2
const A = 3
const B = 4
const R_R = 5
const R_RATE = 6
const R_A = 7
const R_B = 8
const RATE_RATE = 9
const RATE_A = 10
const RATE_B = 11
const A_A = 12
const A_B = 13
const B_B = 14
const TERMS = 15

function add(sums: Float64Array, place: number, term: number): void {
  sums[place] = (sums[place] as number) + term
}

/** log of Gamma(r + x) / Gamma(r). */
function addOrderRates(sums: Float64Array, { moreThan }: HistoryGroups, r: number): void {
  for (let j = 0; j < moreThan.length; j++) {
    const customers = moreThan[j] as number
    const n = r + j
    add(sums, VALUE, customers * log(n))
    add(sums, R, (customers * r) / n)
    add(sums, R_R, (customers * r * j) / (n * n))
  }
}

/** log of B(a, b + k) / B(a, b), k the chances to drop out that were not taken. */
function addDropoutChances(sums: Float64Array, groups: HistoryGroups, model: RepeatModel, a: number, b: number): void {
  const { moreThan, customers } = groups
  const most = dropoutChances(model, moreThan.length)
  let everyone = 0
  for (const count of customers) everyone += count
  for (let j = 0; j < most; j++) {
    const before = model === 'MBG' ? j - 1 : j
    const count = before < 0 ? everyone : (moreThan[before] as number)
    const n = b + j
    const m = a + n
    add(sums, VALUE, -count * log1p(a / n))
    add(sums, A, (-count * a) / m)
    add(sums, B, (count * a * b) / (n * m))
    add(sums, A_A, (-count * a * n) / (m * m))
    add(sums, A_B, (count * a * b) / (m * m))
    add(sums, B_B, ((count * a * b) / (n * m)) * (1 - (b * (m + n)) / (n * m)))
  }
}

/** log of (alpha / (alpha + T))^r (alpha + T)^-x. */
function addTimes(sums: Float64Array, { x, T, customers }: HistoryGroups, r: number, alpha: number): void {
  const logAlpha = log(alpha)
  let [value, byR, byRate, byBoth, bend] = [0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const orders = x[i] as number
    const time = T[i] as number
    const count = customers[i] as number
    const end = alpha + time
    const waited = count * log1p(time / alpha)
    const share = (count * time) / end
    value -= orders * (waited + count * logAlpha)
    byR -= waited
    byRate += r * share - (count * orders * alpha) / end
    byBoth += share
    bend -= (share * alpha * (r + orders)) / end
  }
  add(sums, VALUE, value + r * byR)
  add(sums, R, r * byR)
  add(sums, RATE, byRate)
  add(sums, R_R, r * byR)
  add(sums, R_RATE, r * byBoth)
  add(sums, RATE_RATE, bend)
}

/** log of 1 + the odds of having dropped out, a / (b + k - 1) ((alpha + T) / (alpha + t_x))^(r + x). */
function addDropouts(sums: Float64Array, groups: HistoryGroups, at: RepeatParameters): void {
  const { model, r, alpha, a, b } = at
  if (a === 0) return
  const { x, tx, T, customers } = groups
  const logA = log(a)
  let [value, byR, byRate, byA, byB] = [0, 0, 0, 0, 0]
  let [rr, rRate, ra, rb, rateRate, rateA, rateB, aa, ab, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const k = dropoutChances(model, x[i] as number)
    if (k === 0) continue
    const s = r + (x[i] as number)
    const end = 1 / (alpha + (T[i] as number))
    const last = 1 / (alpha + (tx[i] as number))
    const before = b + k - 1
    const silence = log(last / end)
    const logOdds = logA - log(before) + s * silence
    // The smaller of the odds and one over them: neither overflows.
    const small = exp(-abs(logOdds))
    const gone = ((customers[i] as number) * (logOdds > 0 ? 1 : small)) / (1 + small)
    const open = (gone * (logOdds > 0 ? small : 1)) / (1 + small)
    const toR = r * silence
    const toRate = s * alpha * (end - last)
    const toB = -b / before
    value += (customers[i] as number) * (max(logOdds, 0) + log1p(small))
    byR += gone * toR
    byRate += gone * toRate
    byA += gone
    byB += gone * toB
    rr += (gone + open * toR) * toR
    rRate += ((gone * r) / s + open * toR) * toRate
    ra += open * toR
    rb += open * toR * toB
    rateRate +=
      gone * s * alpha * ((T[i] as number) * end * end - (tx[i] as number) * last * last) + open * toRate * toRate
    rateA += open * toRate
    rateB += open * toRate * toB
    aa += open
    ab += open * toB
    bb += ((gone * (k - 1)) / before + open * toB) * toB
  }
  const found = [value, byR, byRate, byA, byB, rr, rRate, ra, rb, rateRate, rateA, rateB, aa, ab, bb]
  found.forEach((term, place) => {
    add(sums, place, term)
  })
}

function asCurve(sums: Float64Array): Curve {
  const at = (place: number) => sums[place] as number
  return {
    value: at(VALUE),
    gradient: [at(R), at(RATE), at(A), at(B)],
    hessian: [
      [at(R_R), at(R_RATE), at(R_A), at(R_B)],
      [at(R_RATE), at(RATE_RATE), at(RATE_A), at(RATE_B)],
      [at(R_A), at(RATE_A), at(A_A), at(A_B)],
      [at(R_B), at(RATE_B), at(A_B), at(B_B)],
    ],
  }
}
