import type { Comparison } from '../statistics/comparison.ts'

/** A change that somebody says there was: `points` in the figure's own unit (0.05 of a share), `relative` in per cent. */
export type Claim = { amount: number; as: 'points' | 'relative' }

/** How a claim stands; `asked` is the change that it comes to, towards the better, in the figure's own unit. */
export type ClaimFound = { asked: number; verdict: 'shown' | 'possible' | 'refuted' }

export type EffectVerdict = 'shown' | 'refuted' | 'notShown' | 'untested'

/** What can be said of a figure's change after an action. */
export type Effect = {
  verdict: EffectVerdict
  /** Undefined without a claim, without limits, and where a part of 0 is claimed. */
  claim: ClaimFound | undefined
}

/** A change and its limits; without them it is not tested. */
type Change = Pick<Comparison, 'before' | 'change' | 'low' | 'high'>

/**
 * Whether a figure became better: shown where all of the interval is better, refuted where all of it is worse.
 *
 * A claim is shown where even the lower end of the interval reaches it, refuted where the upper end does not. One in
 * per cent of the figure before is held to an interval that is wider by as much, since that figure is an estimate too:
 * wider than need be, never narrower.
 *
 * @param direction Whether more is better (1) or less (-1).
 */
export function effect({ before, change, low, high }: Change, direction: 1 | -1, claim?: Claim): Effect {
  if (low === undefined || high === undefined) return { verdict: 'untested', claim: undefined }
  const gain = direction * change
  const [least, most] = direction === 1 ? [low, high] : [-high, -low]
  const asked = claim ? (claim.as === 'points' ? claim.amount : (Math.abs(before) * claim.amount) / 100) : 0
  const wider = claim?.as === 'relative' && direction * before > 0 ? 1 + claim.amount / 100 : 1
  const verdict = least > 0 ? 'shown' : most < 0 ? 'refuted' : 'notShown'
  if (!claim || asked <= 0) return { verdict, claim: undefined }
  const [claimLeast, claimMost] = [gain - wider * (gain - least), gain + wider * (most - gain)]
  const found = claimLeast >= asked ? 'shown' : claimMost < asked ? 'refuted' : 'possible'
  return { verdict, claim: { asked, verdict: found } }
}
