/** What changed between two sets of answers, and whether that can be chance. */
export type Comparison = {
  before: number
  after: number
  /** After less before. */
  change: number
  /** The limits that the true change lies between; undefined where the answers can't tell. */
  low: number | undefined
  high: number | undefined
  /** How likely chance alone makes a change this large, were there none. */
  p: number | undefined
  verdict: ChangeVerdict
}

type ChangeVerdict = 'up' | 'down' | 'none'

/** A comparison with its verdict: up or down only where the change, both limits and p all say so. */
export function comparison(
  before: number,
  after: number,
  change: number,
  inference: { low: number; high: number; p: number } | undefined,
  confidence: number,
): Comparison {
  const { low, high, p } = inference ?? {}
  return { before, after, change, low, high, p, verdict: verdictOf() }

  function verdictOf(): ChangeVerdict {
    if (inference === undefined || inference.p >= 1 - confidence) return 'none'
    if (change > 0 && inference.low > 0) return 'up'
    return change < 0 && inference.high < 0 ? 'down' : 'none'
  }
}
