import { neededKeys } from '../../../core/standard/needed-keys.ts'
import type { Standard } from '../../../core/standard/standard.ts'
import type { Values } from '../../../core/standard/standard-scores.ts'
import type { ScoreBasis } from '../../standard/score-basis.ts'

/** What the script read for a standard, as the rules take it. */
export type ReadBasis = { basis: ScoreBasis; standard: Standard; valuesOf: (key: string) => Values }

export function readBasis(basis: ScoreBasis, standard: Standard): ReadBasis {
  const entries = Object.entries(basis.columns)
  const columns = new Map(entries.map(([key, cells]) => [key, cells.map((cell) => cell ?? undefined)]))
  return { basis, standard, valuesOf: (key) => columns.get(key) as Values }
}

/** Whether what was read has all that another standard looks at, read as the script would read it. */
export function covers({ basis, standard }: ReadBasis, wanted: Standard): boolean {
  return neededKeys(wanted).every((key) => key in basis.columns) && sameSources(standard, wanted)
}

/**
 * Whether two standards look at the same tabs in the same way, so that both count to the same day.
 *
 * Columns of the customer tab make no difference: it is always read.
 */
export function sameSources(one: Standard, other: Standard): boolean {
  return one.product === other.product && tabsOf(one) === tabsOf(other)
}

function tabsOf(standard: Standard): string {
  const sources = neededKeys(standard).map((key) => key.split(':')[0] as string)
  return [...new Set(sources.filter((source) => source !== 'column' && source !== 'field'))].sort().join()
}
