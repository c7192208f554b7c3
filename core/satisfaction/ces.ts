import { csat } from './csat.ts'

export type CesMode = 'MEAN' | 'SHARE'

/**
 * How easy customers found it: higher is easier. Undefined where there are no answers.
 *
 * MEAN is the mean answer. SHARE, 0 to 1, is the share of the top three of 7 (5 and up) or the top two of 5 (4 and up).
 *
 * @param scores From 1, strongly disagree that it was easy, to `scale`, strongly agree.
 * @see Gartner (CEB), Customer Effort Score 2.0: "made it easy", 1 to 7, of which 5 to 7 agree.
 */
export function ces(scores: readonly number[], scale: 5 | 7, mode: CesMode): number | undefined {
  if (mode === 'SHARE') return csat(scores, scale === 7 ? 5 : 4)
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
