import { digamma } from '../maths/digamma.ts'
import { logGamma } from '../maths/log-gamma.ts'
import type { Curve } from '../maths/maximum.ts'
import { trigamma } from '../maths/trigamma.ts'

/** Looked up once: a script context's globals are slow to reach, and this runs for every customer. */
const { log1p } = Math

/** Repeat order days and their mean spend, above 0. */
export type Spend = { x: number; spend: number }

/**
 * The log-likelihood of the Gamma-Gamma model with its derivatives by the logarithms of p, q and v.
 *
 * @param spends Ordered by x: gamma functions are worked out once for each different x.
 * @see Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value, equation 1a.
 */
export function spendLikelihood(spends: readonly Spend[]) {
  const logSpends = spends.reduce((sum, { spend }) => sum + Math.log(spend), 0)
  return (logs: readonly number[]): Curve => {
    const [p, q, v] = logs.map(Math.exp) as [number, number, number]
    const ofQ = { log: logGamma(q), first: digamma(q), second: trigamma(q) }
    let shape = Number.NaN
    let terms = NONE
    let [value, byP, byQ, byV, pp, pq, pv, qq, qv, vv] = [-logSpends, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (const { x, spend } of spends) {
      if (p * x !== shape) {
        shape = p * x
        terms = gammaTerms(shape, q, ofQ)
      }
      const total = x * spend
      const sum = v + total
      const toTotal = log1p(v / total)
      const toV = log1p(total / v)
      const slopeP = shape * (terms.byShape - toTotal)
      const slopeQ = q * (terms.byQ - toV)
      value += terms.value - q * toV - shape * toTotal
      byP += slopeP
      byQ += slopeQ
      byV += (q * total - shape * v) / sum
      pp += slopeP + shape * shape * terms.shapeShape
      pq += shape * q * terms.shapeQ
      pv -= (shape * v) / sum
      qq += slopeQ + q * q * terms.qq
      qv += (q * total) / sum
      vv -= (v * total * (shape + q)) / (sum * sum)
    }
    return {
      value,
      gradient: [byP, byQ, byV],
      hessian: [
        [pp, pq, pv],
        [pq, qq, qv],
        [pv, qv, vv],
      ],
    }
  }
}

type GammaTerms = { value: number; byShape: number; byQ: number; shapeShape: number; shapeQ: number; qq: number }

const NONE: GammaTerms = { value: 0, byShape: 0, byQ: 0, shapeShape: 0, shapeQ: 0, qq: 0 }

/** log of 1 / B(shape, q) and its derivatives by both. */
function gammaTerms(shape: number, q: number, ofQ: { log: number; first: number; second: number }): GammaTerms {
  const first = digamma(shape + q)
  const second = trigamma(shape + q)
  return {
    value: logGamma(shape + q) - logGamma(shape) - ofQ.log,
    byShape: first - digamma(shape),
    byQ: first - ofQ.first,
    shapeShape: second - trigamma(shape),
    shapeQ: second,
    qq: second - ofQ.second,
  }
}
