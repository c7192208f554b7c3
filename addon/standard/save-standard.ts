import { InputError } from '../../core/input-error.ts'
import { nextVersion } from '../../core/standard/next-version.ts'
import type { Standard } from '../../core/standard/standard.ts'
import { nameNow } from '../../core/standard/standard-names.ts'
import { me } from '../sheet/now.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'
import { seal, sealedStandards } from './sealed-standards.ts'
import { keepStandardNames, standardNames } from './standard-names.ts'
import { keepInTab, writtenVersions } from './standards-tab.ts'

/**
 * Seals a standard that is being applied as a version, and brings the tab of standards in line.
 *
 * It is sealed before the tab is written: a run that was cut short between the two is mended by the next.
 *
 * @param tab The tab of standards, where it is read already.
 * @returns The standard with the number of its version.
 * @throws InputError `standardRenamed` for a name that another standard had before.
 */
export function saveStandard(wanted: Standard, tab = findTab('standards')): Standard {
  const names = standardNames()
  const now = nameNow(names, wanted.name)
  if (now !== wanted.name) throw new InputError('standardRenamed', { name: wanted.name, now })
  const sealed = sealedStandards()
  const own = sealed.filter(({ standard }) => standard.name === wanted.name)
  const taken = writtenVersions(tab).flatMap(({ standard }) =>
    standard.name === wanted.name ? [standard.version] : [],
  )
  const version = nextVersion(
    wanted,
    own.map(({ standard }) => standard),
    taken,
  )
  const before = own.find(({ standard }) => standard.version === version)
  const saved = before ?? { standard: { ...wanted, version }, savedAt: Date.now(), savedBy: me() }
  if (!before) seal(saved)
  if (names.removed.includes(wanted.name)) {
    keepStandardNames({ ...names, removed: names.removed.filter((name) => name !== wanted.name) })
  }
  keepInTab(before ? own : [...own, saved], tab)
  return saved.standard
}
