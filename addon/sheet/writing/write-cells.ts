import { InputError } from '../../../core/input-error.ts'
import type { CellValue } from '../reading/table.ts'
import { SheetFormula } from './formula-text.ts'
import { PLAIN_FORMAT, safeText, TEXT_FORMAT } from './safe-text.ts'

type Range = GoogleAppsScript.Spreadsheet.Range

/** What can be written: a value, or a formula that the add-on composed. */
export type Written = CellValue | SheetFormula

/** The most characters that Sheets takes in one cell. */
const LONGEST = 50_000

/**
 * Writes a block of cells in one step after their number formats. No text can turn into a formula.
 *
 * @throws InputError `textTooLong`, before anything is written.
 */
export function writeCells(range: Range, values: Written[][], formats: string[][]): void {
  const safe = values.map((row, at) => row.map((value, column) => entered(value, formats[at]?.[column] ?? TEXT_FORMAT)))
  range.setNumberFormats(safe.map((row) => row.map(({ format }) => format)))
  range.setValues(safe.map((row) => row.map(({ value }) => value)))
}

/** Writes header cells from a position on, counted from 0, as bold text. */
export function writeHeader(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  position: number,
  header: readonly string[],
): void {
  const range = sheet.getRange(1, position + 1, 1, header.length)
  writeCells(range, [[...header]], [header.map(() => TEXT_FORMAT)])
  range.setFontWeight('bold')
}

/**
 * Writes a block in one step, its columns each in one number format, or as they are where none is given.
 *
 * No text can turn into a formula.
 *
 * @throws InputError `textTooLong`, before anything is written.
 */
export function writeBlock(range: Range, values: CellValue[][], formats: readonly (string | undefined)[]): void {
  const isKnown = values.every((row) => row.every((value, column) => !isText(value) || formats[column] !== undefined))
  const found = isKnown ? [] : range.getNumberFormats()
  const safe = values.map((row, at) =>
    row.map((value, column) => entered(value, formats[column] ?? found[at]?.[column] ?? '')),
  )
  formats.forEach((format, column) => {
    const part = range.offset(0, column, values.length, 1)
    const isMixed = safe.some((row, at) => row[column]?.format !== (format ?? found[at]?.[column] ?? ''))
    if (isMixed) part.setNumberFormats(safe.map((row) => [row[column]?.format ?? '']))
    else if (format !== undefined) part.setNumberFormat(format)
  })
  range.setValues(safe.map((row) => row.map(({ value }) => value)))
}

/** Writes notes, which are shown as they are and never run. */
export function writeNotes(range: Range, notes: string[][]): void {
  range.setNotes(notes)
}

function isText(value: CellValue | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

function entered(value: Written, format: string): { value: CellValue; format: string } {
  if (value instanceof SheetFormula)
    return { value: value.text, format: format === TEXT_FORMAT ? PLAIN_FORMAT : format }
  if (!isText(value)) return { value, format }
  if (value.length >= LONGEST) throw new InputError('textTooLong', { text: value.slice(0, 30), most: LONGEST })
  return safeText(value, format)
}
