import type { Standard } from '../../core/standard/standard.ts'
import { standardNow } from './standard-names.ts'

/** A version that was applied, as it was then; `savedAt` in milliseconds since 1970. */
export type SealedStandard = { standard: Standard; savedAt: number; savedBy: string }

/** The names of the standards in the order in which they were first applied: the first has the columns Score and Tier. */
const NAMES = 'STANDARDS'
const SEALED = 'STANDARD_'
/** The key of the metadata that names the first of them: unlike properties, a copy of the spreadsheet has it too. */
const FIRST = 'tiersheet.standard'

/** Every version of every standard that was applied in this document: standards by first application, versions ascending. */
export function sealedStandards(): SealedStandard[] {
  const all = PropertiesService.getDocumentProperties().getProperties()
  const names = namesIn(all).map(standardNow)
  return Object.entries(all)
    .filter(([key]) => key.startsWith(SEALED))
    .map(([, text]) => asCalledNow(JSON.parse(text) as SealedStandard))
    .sort((a, b) => place(names, a) - place(names, b) || a.standard.version - b.standard.version)
}

/** The standard whose scores and tiers stand in Score and Tier, in this document and in copies of it. */
export function firstStandard(): string | undefined {
  const [mark] = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(FIRST).find()
  const marked = mark?.getValue()
  return marked ? standardNow(marked) : sealedStandards()[0]?.standard.name
}

/** Keeps a version for good: what was applied can be told whatever becomes of the tab. */
export function seal(sealed: SealedStandard): void {
  const properties = PropertiesService.getDocumentProperties()
  const { name, version } = sealed.standard
  const names = namesIn(properties.getProperties())
  const known = names.map(standardNow)
  if (firstStandard() === undefined) {
    const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility
    SpreadsheetApp.getActiveSpreadsheet().addDeveloperMetadata(FIRST, name, PROJECT)
  }
  if (!known.includes(name)) properties.setProperty(NAMES, JSON.stringify([...names, name]))
  const at = known.includes(name) ? known.indexOf(name) : names.length
  properties.setProperty(`${SEALED}${at}_${version}`, JSON.stringify(sealed))
}

function asCalledNow(sealed: SealedStandard): SealedStandard {
  return { ...sealed, standard: { ...sealed.standard, name: standardNow(sealed.standard.name) } }
}

function namesIn(all: Record<string, string>): string[] {
  return JSON.parse(all[NAMES] ?? '[]') as string[]
}

function place(names: readonly string[], { standard }: SealedStandard): number {
  return names.indexOf(standard.name)
}
