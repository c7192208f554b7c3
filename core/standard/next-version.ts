import type { Standard } from './standard.ts'
import { standardChanges } from './standard-changes.ts'

/**
 * The version that a standard gets when it is applied: that of the version applied last where nothing differs, else the
 * next that is not taken.
 *
 * @param sealed The versions of it that were applied, ascending.
 * @param taken Versions that stand in the tab, applied or not.
 */
export function nextVersion(wanted: Standard, sealed: readonly Standard[], taken: readonly number[]): number {
  const last = sealed[sealed.length - 1]
  if (last && standardChanges(last, wanted).length === 0) return last.version
  const isOwn = wanted.version > (last?.version ?? 0)
  return isOwn ? wanted.version : Math.max(last?.version ?? 0, ...taken) + 1
}
