const ROOT_TWO_PI = 2.5066282746310002

/**
 * The probability that a standard normal variable stays below `z`; 0.975 for 1.96.
 *
 * Near 0 the series of odd double factorials, farther out Laplace's continued fraction; good to about 1e-14 of the
 * smaller tail.
 *
 * @see Marsaglia (2004), Evaluating the normal distribution, Journal of Statistical Software 11(4); NIST DLMF 7.9.
 */
export function normalCdf(z: number): number {
  if (Math.abs(z) < 2) return 0.5 + density(z) * centralSeries(z)
  const tail = density(z) * millsRatio(Math.abs(z))
  return z < 0 ? tail : 1 - tail
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / ROOT_TWO_PI
}

/** z + z^3/3 + z^5/15 + z^7/105 + ... */
function centralSeries(z: number): number {
  let sum = z
  let term = z
  for (let odd = 3, before = Number.NaN; sum !== before; odd += 2) {
    before = sum
    term *= (z * z) / odd
    sum += term
  }
  return sum
}

/** 1/(z + 1/(z + 2/(z + 3/(z + ...)))), from the far end. */
function millsRatio(z: number): number {
  let below = z
  for (let k = 300; k >= 1; k--) below = z + k / below
  return 1 / below
}
