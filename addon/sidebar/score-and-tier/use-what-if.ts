import { useEffect, useState } from 'preact/hooks'
import { errorText, InputError } from '../../../core/input-error.ts'
import { checkStandard } from '../../../core/standard/check-standard.ts'
import type { Standard } from '../../../core/standard/standard.ts'
import { standardScores } from '../../../core/standard/standard-scores.ts'
import { type WhatIf, whatIf } from '../../../core/standard/what-if.ts'
import { messages } from '../kit/language.ts'
import type { ReadBasis } from './read-basis.ts'

/** Typing goes on while a change waits to be counted. */
const WAIT_MS = 150

type Standing = { scores: (number | null | undefined)[]; tiers: (string | null | undefined)[] }
export type Tried = WhatIf & { before: Standing; after: Standing }

/**
 * Who would stand where, counted anew a moment after the standard was changed; `problem` says why it cannot be.
 *
 * @param baseline The version to compare with; without one the tiers in the tab.
 */
export function useWhatIf(
  read: ReadBasis | undefined,
  standard: Standard,
  baseline: Standard | undefined,
): { tried?: Tried; problem?: string } {
  const [result, setResult] = useState<{ tried?: Tried; problem?: string }>({})
  useEffect(() => {
    if (!read) return setResult({})
    const count = () => {
      try {
        const after = standing(read, standard)
        const { scores, tiers } = baseline ? standing(read, baseline) : read.basis
        const order = standard.tiers.map(({ label }) => label)
        const before = { scores, tiers }
        setResult({ tried: { ...whatIf(before, after, order), before, after } })
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        setResult({ problem: errorText(error, messages) })
      }
    }
    const timer = setTimeout(count, WAIT_MS)
    return () => clearTimeout(timer)
  }, [read, standard, baseline])
  return result
}

function standing({ basis, valuesOf }: ReadBasis, standard: Standard): Standing {
  checkStandard(standard)
  const { scores, tiers } = standardScores(standard, valuesOf)
  for (const [place, tier] of basis.overridden) tiers[place] = tier
  return { scores, tiers }
}
