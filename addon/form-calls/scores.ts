import type { Standard } from '../../core/standard/standard.ts'
import { type AppliedStandard, applyStandard } from '../standard/apply-standard.ts'
import { orderProducts as productsOf } from '../standard/order-products.ts'
import { previewStandard, type TierPreview } from '../standard/preview-standard.ts'
import { removeStandard as remove } from '../standard/remove-standard.ts'
import { renameStandard as rename } from '../standard/rename-standard.ts'
import { scoreBasis as basisOf, type ScoreBasis } from '../standard/score-basis.ts'
import { applyEveryStandard, type ScoreTimer, setScoreTimer as setTimer } from '../standard/score-timer.ts'
import { type ScoreSetup, standardSetup } from '../standard/standard-setup.ts'
import { type WhyTier, whyTier as why } from '../standard/why-tier.ts'
import { inWords } from '../user-language.ts'

/** What "Score and tier" begins with. */
export function scoreSetup(): ScoreSetup {
  return inWords(standardSetup)
}

/** What the form needs to try a standard by itself. */
export function scoreBasis(standard: Standard, also?: Standard | null): ScoreBasis {
  return inWords(() => basisOf(standard, also))
}

/** Counts who would land in each tier; writes nothing. */
export function previewTiers(standard: Standard): TierPreview {
  return inWords(() => previewStandard(standard))
}

/** Keeps the standard as a version, and writes its scores and tiers into the customer tab. To be called again until it is over. */
export function applyTiers(standard: Standard, overwrite?: boolean): AppliedStandard {
  return inWords(() => applyStandard(standard, overwrite))
}

/** Why a customer, or that of the selected row, stands in a tier. */
export function whyTier(customerId?: string, standard?: string): WhyTier {
  return inWords(() => why(customerId, standard))
}

/** The products that a standard can be limited to, or none where they are too many to choose from. */
export function orderProducts(): string[] {
  return inWords(productsOf)
}

/** Calls a standard otherwise; what it was called before leads to it. */
export function renameStandard(name: string, to: string): ScoreSetup {
  return inWords(() => {
    rename(name, to)
    return standardSetup()
  })
}

/** Takes a standard out of the forms and timed runs; what it wrote stays. */
export function removeStandard(name: string): ScoreSetup {
  return inWords(() => {
    remove(name)
    return standardSetup()
  })
}

/** How often the standards are applied by themselves. */
export function setScoreTimer(timer: ScoreTimer): ScoreTimer {
  return inWords(() => setTimer(timer))
}

/** What the timed trigger runs. */
export function applyStandardsOnTime(): void {
  inWords(applyEveryStandard)
}
