/**
 * How unevenly a column divides its total among the rows: 0 where all have the same, 1 where one row has everything.
 *
 * 1 - E with E = -sum(p ln p) / ln(rows) and p the share of a row in the total; 0 ln 0 is 0. It is summed as deviations
 * from the mean, each term 0 or more, so that columns of almost equal values keep their digits.
 *
 * @param values Two at least, 0 or more, not all 0.
 * @see Hwang, Yoon: Multiple Attribute Decision Making (1981), the entropy method.
 */
export function entropyDivergence(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const divergence = values.reduce((sum, value) => sum + excess((value - mean) / mean), 0)
  return divergence / (values.length * Math.log(values.length))
}

/** (1 + d) ln(1 + d) - d. */
function excess(deviation: number): number {
  return deviation === -1 ? 1 : (1 + deviation) * Math.log1p(deviation) - deviation
}
