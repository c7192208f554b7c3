import { dropoutChances, type RepeatParameters } from './repeat-model.ts'

/** Looked up once: a script context's globals are slow to reach, and these run for every customer. */
const { exp, expm1, log, log1p, max, min, sqrt } = Math

/** Up to here the sum is short enough; beyond, the integral takes fewer steps. */
const LONG_HORIZON = 100
const NEGLIGIBLE = 1e-15
/** A smaller a is none. */
const NO_DROPOUT = 1e-100

/**
 * The orders expected within `t` of a customer who has not dropped out.
 *
 * The published formula, (a + b + k - 1) / (a - 1) (1 - ((alpha + T) / (alpha + T + t))^s 2F1(s, b + k; a + b + k - 1;
 * t / (alpha + T + t))) with s = r + x, is 0 / 0 at a = 1 and loses digits around it and for short `t`. It equals the
 * mean of D(N) where N, negative binomial, is how many orders there would be without dropout, and
 * D(n) = sum over j < n of (b + k)_j / (a + b + k)_j is how many of n a customer stays for: all terms are positive.
 *
 * @param x Repeat orders so far, in the time `T` since the first.
 * @see Fader, Hardie and Lee (2005), equation 10; Batislam, Denizel and Filiztekin (2007), equation 8.
 */
export function ordersIfAlive({ model, r, alpha, a, b }: RepeatParameters, x: number, T: number, t: number): number {
  const horizon = t / (alpha + T)
  if (horizon === 0) return 0
  const stays = b + dropoutChances(model, x)
  return horizon > LONG_HORIZON ? byIntegral(r + x, a, stays, horizon) : bySum(r + x, a, stays, horizon)
}

/** Weights of N relative to that of 0, which may be too small to write: their sum makes them shares. */
function bySum(s: number, a: number, stays: number, horizon: number): number {
  const z = horizon / (1 + horizon)
  // From where each weight is at most this share of the one before, what is left out is below one last term / (1 - share)^2.
  const share = (1 + z) / 2
  const negligible = NEGLIGIBLE * (1 - share) ** 2
  let weight = 1
  let weights = 1
  let orders = 0
  let stayed = 0
  let chance = 1
  for (let n = 0; ; n++) {
    const all = a + stays + n
    const inverse = 1 / (all * (n + 1))
    const ratio = z * (s + n) * all * inverse
    stayed += chance
    chance *= (stays + n) * (n + 1) * inverse
    weight *= ratio
    weights += weight
    const term = weight * stayed
    orders += term
    if (term <= negligible * orders && ratio <= share) return orders / weights
    if (weights > 1e250) {
      weight *= 1e-250
      weights *= 1e-250
      orders *= 1e-250
    }
  }
}

/**
 * The mean of (1 - (1 + p horizon)^-s) / p over p from beta (a, stays), the chance to drop out.
 *
 * The trapezoidal rule over the logit of p: both tails fall exponentially, so its error does in 1 / step. Where the
 * integrand is a plain power, on either side, the rest of the sum is a geometric series.
 */
function byIntegral(s: number, a: number, stays: number, horizon: number): number {
  if (a < NO_DROPOUT) return s * horizon
  const step = min(0.2, 0.5 * sqrt(1 / a + 1 / stays))
  const middle = log(a / stays)
  const top = logDensity(middle, a, stays)
  let share = 0
  let orders = 0
  const addAt = (y: number, series = 1): number => {
    const p = 1 / (1 + exp(-y))
    const density = exp(logDensity(y, a, stays) - top) * series
    share += density
    orders += density * (-expm1(-s * log1p(p * horizon)) / p)
    return density
  }
  const lowest = log(NEGLIGIBLE / (stays + (s + 1) * horizon))
  const highest = max(0, middle) - log(NEGLIGIBLE / (a + s + 1))
  let y = middle
  while (y < highest && addAt(y) > NEGLIGIBLE * share) y += step
  if (y >= highest) addAt(y, 1 / -expm1(-stays * step))
  y = middle - step
  while (y > lowest && addAt(y) * s * horizon > NEGLIGIBLE * orders) y -= step
  if (y <= lowest) addAt(y, 1 / -expm1(-a * step))
  return orders / share
}

/** Of the logit of a beta variable, up to a constant. */
function logDensity(y: number, a: number, stays: number): number {
  return y > 0 ? -stays * y - (a + stays) * log1p(exp(-y)) : a * y - (a + stays) * log1p(exp(y))
}
