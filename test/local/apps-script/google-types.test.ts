import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate } from './host.ts'

const types = dirname(createRequire(import.meta.url).resolve('@types/google-apps-script/package.json'))

/** The members of one of Google's interfaces, by the type package that Google's documentation is made into. */
function members(file: string, name: string): Set<string> {
  const text = readFileSync(join(types, `google-apps-script.${file}.d.ts`), 'utf8')
  const body = new RegExp(`\\n( *)(?:interface|enum) ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\1\\}`).exec(text)?.[2]
  return new Set([...(body ?? '').matchAll(/^\s*(?:readonly )?(\w+)\??\s*[(:,]/gm)].map(([, member]) => member!))
}

const book = 'SpreadsheetApp.getActive()'
const sheet = 'SpreadsheetApp.getActiveSheet()'

test.each([
  ['SpreadsheetApp', 'spreadsheet', 'SpreadsheetApp'],
  [book, 'spreadsheet', 'Spreadsheet'],
  [sheet, 'spreadsheet', 'Sheet'],
  [`${sheet}.getRange(1, 1)`, 'spreadsheet', 'Range'],
  [`${sheet}.getRange(1, 1).createTextFinder('a')`, 'spreadsheet', 'TextFinder'],
  ['SpreadsheetApp.getSelection()', 'spreadsheet', 'Selection'],
  [`${sheet}.createDeveloperMetadataFinder()`, 'spreadsheet', 'DeveloperMetadataFinder'],
  [`${sheet}.addDeveloperMetadata("a").getDeveloperMetadata()[0]`, 'spreadsheet', 'DeveloperMetadata'],
  [`${sheet}.getDeveloperMetadata()[0].getLocation()`, 'spreadsheet', 'DeveloperMetadataLocation'],
  ['SpreadsheetApp.newDataValidation()', 'spreadsheet', 'DataValidationBuilder'],
  ['SpreadsheetApp.newDataValidation().requireDate().build()', 'spreadsheet', 'DataValidation'],
  ['SpreadsheetApp.DataValidationCriteria', 'spreadsheet', 'DataValidationCriteria'],
  [`${sheet}.protect()`, 'spreadsheet', 'Protection'],
  [`${sheet}.newChart()`, 'spreadsheet', 'EmbeddedChartBuilder'],
  [`${sheet}.newChart().build()`, 'spreadsheet', 'EmbeddedChart'],
  ['SpreadsheetApp.getUi()', 'base', 'Ui'],
  ['SpreadsheetApp.getUi().createAddonMenu()', 'base', 'Menu'],
  ['Session', 'base', 'Session'],
  ['Charts', 'charts', 'Charts'],
  ['PropertiesService', 'properties', 'PropertiesService'],
  ['PropertiesService.getUserProperties()', 'properties', 'Properties'],
  ['CacheService', 'cache', 'CacheService'],
  ['CacheService.getUserCache()', 'cache', 'Cache'],
  ['LockService', 'lock', 'LockService'],
  ['LockService.getUserLock()', 'lock', 'Lock'],
  ['UrlFetchApp', 'url-fetch', 'UrlFetchApp'],
  ['ScriptApp', 'script', 'ScriptApp'],
  ['ScriptApp.newTrigger("f")', 'script', 'TriggerBuilder'],
  ['ScriptApp.newTrigger("f").timeBased()', 'script', 'ClockTriggerBuilder'],
  ['ScriptApp.newTrigger("f").timeBased().everyHours(1).create()', 'script', 'Trigger'],
  ['Utilities', 'utilities', 'Utilities'],
  ['HtmlService', 'html', 'HtmlService'],
  ['HtmlService.createHtmlOutput("")', 'html', 'HtmlOutput'],
])('%s has no member that Google does not have', async (expression, file, name) => {
  const known = members(file, name)
  const emulated = (await evaluate(`return Object.keys(${expression})`)) as string[]
  expect(emulated.length).toBeGreaterThan(0)
  expect(emulated.filter((member) => !known.has(member))).toEqual([])
})
