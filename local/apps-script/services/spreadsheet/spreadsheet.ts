import type { SheetFacts } from '../../../workbench/workbook.ts'
import { ask } from '../ask.ts'
import { emulated, enumeration } from '../emulated.ts'
import { exception } from '../exception.ts'
import { userOf } from '../session.ts'
import { rectOfA1, splitSheetName } from './a1.ts'
import { metadataMethods } from './developer-metadata.ts'
import { protectionsWhere } from './protection.ts'
import { rangeOf } from './range.ts'
import { copiedSheet, type Sheet, sheetIdOf, sheetOf } from './sheet.ts'
import { facts, workbook } from './workbook.ts'

/** When NOW() and what is like it are calculated again. */
export const recalculationInterval = enumeration('RecalculationInterval', ['ON_CHANGE', 'MINUTE', 'HOUR'])

/** The one spreadsheet that a container-bound script knows. */
export function spreadsheet() {
  return emulated('Spreadsheet', {
    ...metadataMethods({}, () => ({ type: 'SPREADSHEET' })),
    getId: () => facts().id,
    getName: () => facts().name,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${facts().id}/edit`,
    getSpreadsheetLocale: () => facts().locale,
    getSpreadsheetTimeZone: () => facts().timeZone,
    getSheets: () => facts().sheets.map(({ id }) => sheetOf(id)),
    getNumSheets: () => facts().sheets.length,
    getSheetByName: (name: string) => {
      const found = facts().sheets.find((sheet) => sheet.name === name)
      return found === undefined ? null : sheetOf(found.id)
    },
    getActiveSheet: () => sheetOf(facts().activeSheetId),
    getActiveRange: () => rangeOf(workbook('selection', {})),
    getRange: (notation: string) => rangeOf(rectOfA1(...sheetAndCells(notation))),
    /** The workbench keeps no named ranges, so there is never one of that name. */
    getRangeByName: (_name: string) => null,
    insertSheet,
    duplicateActiveSheet() {
      const { activeSheetId } = facts()
      const copy = copiedSheet(activeSheetId)
      workbook('select', { sheetId: copy, row: 1, column: 1, rows: 1, columns: 1 })
      return sheetOf(copy)
    },
    deleteSheet(sheet: Sheet) {
      workbook('deleteSheet', { sheetId: idOf(sheet) })
    },
    setActiveSheet(sheet: Sheet) {
      workbook('select', { sheetId: idOf(sheet), row: 1, column: 1, rows: 1, columns: 1 })
      return sheet
    },
    getEditors: () => ask('Spreadsheet.getSharing', {}).editors.map((email) => userOf(() => email)),
    getViewers: () => ask('Spreadsheet.getSharing', {}).viewers.map((email) => userOf(() => email)),
    setRecalculationInterval(interval: 'ON_CHANGE' | 'MINUTE' | 'HOUR') {
      workbook('setRecalculationInterval', { interval: recalculationInterval[interval] })
      return this
    },
    getProtections: (type: string) => protectionsWhere(() => true, type),
    toast(message: string, title = '', seconds = 5) {
      ask('Spreadsheet.toast', { title, message, seconds })
    },
  })
}

function insertSheet(first?: string | number, second?: number): Sheet {
  const { sheets } = facts()
  const index = typeof first === 'number' ? first : second
  const name = typeof first === 'string' ? first : freeName(sheets)
  if (sheets.some((sheet) => sheet.name === name)) {
    throw exception(`A sheet with the name "${name}" already exists. Please enter another name.`)
  }
  const { id } = workbook('insertSheet', { name, ...(index === undefined ? {} : { index }) })
  workbook('select', { sheetId: id, row: 1, column: 1, rows: 1, columns: 1 })
  return sheetOf(id)
}

function freeName(sheets: SheetFacts[]): string {
  let number = sheets.length + 1
  while (sheets.some(({ name }) => name === `Sheet${number}`)) number += 1
  return `Sheet${number}`
}

function sheetAndCells(notation: string): [cells: string, sheet: SheetFacts] {
  const { sheetName, cells } = splitSheetName(notation)
  const { sheets, activeSheetId } = facts()
  const sheet = sheets.find(({ id, name }) => (sheetName === undefined ? id === activeSheetId : name === sheetName))
  if (sheet === undefined) throw exception('Range not found')
  return [cells, sheet]
}

function idOf(sheet: Sheet): string {
  const id = sheetIdOf(sheet)
  if (id === undefined) throw exception('The parameters do not match the method signature: a Sheet was expected.')
  return id
}
