import type { Rect, SheetFacts } from '../../../workbench/workbook.ts'
import { exception } from '../exception.ts'

/** Splits `'My sheet'!A1:B2` into the sheet's name, where there is one, and the rest. */
export function splitSheetName(notation: string): { sheetName: string | undefined; cells: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(notation)
  if (match === null) return { sheetName: undefined, cells: notation }
  return { sheetName: match[1]?.replaceAll("''", "'") ?? match[2], cells: match[3] ?? '' }
}

const corner = /^\$?([A-Z]*)\$?(\d*)$/i

/** `A1`, `A1:B2`, `A:B`, `2:5`, `A2:A` on a sheet; open ends reach to the sheet's own. */
export function rectOfA1(notation: string, sheet: SheetFacts): Rect {
  const corners = notation.split(':').map((text) => corner.exec(text))
  const [from, to = from] = corners
  if (!from || !to || corners.length > 2 || !from[0] || !to[0]) throw notFound()
  if (corners.length === 1 && !(from[1] && from[2])) throw notFound()
  const [top, bottom] = ordered(Number(from[2] || 1), Number(to[2] || sheet.maxRows))
  const [left, right] = ordered(columnNumber(from[1]) || 1, columnNumber(to[1]) || sheet.maxColumns)
  return { sheetId: sheet.id, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}

export function a1OfRect({ row, column, rows, columns }: Rect): string {
  const first = `${columnLetters(column)}${row}`
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows - 1}`
}

function columnNumber(letters = ''): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a]
}

function notFound(): Error {
  return exception('Range not found')
}
