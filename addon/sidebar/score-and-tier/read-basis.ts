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

/** Whether two standards look at the same tabs in the same way, so that both count to the same day. */
export function sameSources(one: Standard, other: Standard): boolean {
  const tabs = (standard: Standard) => [...new Set(neededKeys(standard).map(tabOf))].sort().join()
  return one.product === other.product && tabs(one) === tabs(other)
}

/** Every column of the customer tab is read with it. */
function tabOf(key: string): string {
  return key.startsWith('column:') || key.startsWith('field:') ? '' : (key.split(':')[0] as string)
}
