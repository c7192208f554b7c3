import { nameNow, type StandardNames } from '../../core/standard/standard-names.ts'

/** The key of the metadata that keeps them: unlike properties, a copy of the spreadsheet has it too. */
const KEY = 'tiersheet.standardNames'

/** For the time of one run, which is as long as the script's variables live. */
let known: StandardNames | undefined

/** What standards are called and were called in this document, and which are removed. */
export function standardNames(): StandardNames {
  known ??= JSON.parse(mark()?.getValue() ?? '{"renamed":[],"removed":[]}') as StandardNames
  return known
}

/** Keeps them, in one write. */
export function keepStandardNames(names: StandardNames): void {
  const value = JSON.stringify(names)
  const kept = mark()
  known = names
  if (kept) kept.setValue(value)
  else {
    const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility
    SpreadsheetApp.getActiveSpreadsheet().addDeveloperMetadata(KEY, value, PROJECT)
  }
}

/** What a standard is called today that a tab, a mark or a property calls so. */
export function standardNow(name: string): string {
  return nameNow(standardNames(), name)
}

function mark(): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined {
  return SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(KEY).find()[0]
}
