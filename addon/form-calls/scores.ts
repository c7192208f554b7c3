import { previewTiers as countTiers, type TierPreview, applyTiers as writeTiers } from '../standard/score-customers.ts'
import { type ScoreSetup, scoreSetup as setUpScore } from '../standard/score-setup.ts'
import type { Standard } from '../standard/standard.ts'
import { inWords } from '../user-language.ts'

/** What "Score and tier" begins with. */
export function scoreSetup(customers?: string, orders?: string): ScoreSetup {
  return inWords(() => setUpScore(customers, orders))
}

/** Counts who would land in each tier; writes nothing. */
export function previewTiers(standard: Standard): TierPreview {
  return inWords(() => countTiers(standard))
}

/** Writes Score and Tier into the customer tab. */
export function applyTiers(standard: Standard): { sheet: string; customers: number } {
  return inWords(() => writeTiers(standard))
}
