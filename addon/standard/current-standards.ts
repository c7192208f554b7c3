import { InputError } from '../../core/input-error.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { type StandardChange, standardChanges } from '../../core/standard/standard-changes.ts'
import { localTime } from '../sheet/local-time.ts'
import { findTab, type TabHeader } from '../sheet/tabs/bound-tab.ts'
import { firstStandard, sealedStandards } from './sealed-standards.ts'
import { standardNames } from './standard-names.ts'
import { writtenVersions } from './standards-tab.ts'

type KeptVersion = {
  standard: Standard
  /** In the spreadsheet's time zone, as `2026-03-31 08:00`. */
  savedAt: string
  savedBy: string
  /** Since the version before; [] for the first. */
  changes: StandardChange[]
}

export type KeptStandard = {
  /** What the next run applies: the latest version, as it stands in the tab. */
  current: Standard
  /** Ascending; [] for one that was written in the tab and never applied. */
  versions: KeptVersion[]
  /** What was edited in the tab since the last version was applied. */
  edited: StandardChange[]
}

/** Every standard of this document: those that were applied, in the order of their first time, then those in the tab. */
export function keptStandards(tab = findTab('standards')): KeptStandard[] {
  const sealed = sealedStandards()
  const written = writtenVersions(tab).map(({ standard }) => standard)
  const names = new Set([...sealed.map(({ standard }) => standard.name), ...written.map(({ name }) => name)])
  const { removed } = standardNames()
  const listed = [...names].filter((name) => !removed.includes(name))
  return listed.map((name) => {
    const own = sealed.filter(({ standard }) => standard.name === name)
    const last = own[own.length - 1]?.standard
    const latest = written
      .filter((standard) => standard.name === name && standard.version >= (last?.version ?? 0))
      .pop()
    return {
      current: (latest ?? last) as Standard,
      versions: own.map(({ standard, savedAt, savedBy }, at) => {
        const before = own[at - 1]?.standard
        const changes = before ? standardChanges(before, standard) : []
        return { standard, savedAt: localTime(new Date(savedAt).toISOString()), savedBy, changes }
      }),
      edited: last && latest ? standardChanges(last, latest) : [],
    }
  })
}

/** What the next run of a standard applies; the first standard's where no name is given. @throws InputError `standardUnknown`. */
export function currentStandard(name?: string, tab = findTab('standards')): Standard {
  const kept = keptStandards(tab)
  const found = name === undefined ? kept[0] : kept.find(({ current }) => current.name === name)
  if (!found) throw new InputError('standardUnknown', { standard: name ?? '' })
  return found.current
}

/**
 * The fields of the customer tab that hold a standard's score and tier: those of its own where it has them, else Score
 * and Tier for the standard that was applied first, or is about to be.
 */
export function standardFields(name: string, { at }: Pick<TabHeader, 'at'>): { score: string; tier: string } {
  const former = standardNames().renamed.flatMap(([before, now]) => (now === name ? [before] : []))
  const own = [name, ...former].map((each) => ({ score: `score:${each}`, tier: `tier:${each}` }))
  const found = own.find(({ tier }) => at[tier] !== undefined)
  if (found) return found
  return name === (firstStandard() ?? name)
    ? { score: 'score', tier: 'tier' }
    : (own[0] as { score: string; tier: string })
}
