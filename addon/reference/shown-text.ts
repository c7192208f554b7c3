import type { ShownCell } from './reference.ts'

/** A cell as a reader sees it: at most four decimals, a small number to three digits. */
export function shownText(cell: ShownCell): string {
  if (typeof cell === 'object') return cell.date
  if (typeof cell === 'boolean') return String(cell).toUpperCase()
  if (typeof cell === 'string') return cell
  if (Number.isInteger(cell)) return String(cell)
  const small = Math.abs(cell) < 0.001
  return String(Number(small ? cell.toPrecision(3) : cell.toFixed(Math.abs(cell) >= 1000 ? 2 : 4)))
}

/** The letters of a column, from 0: A, B, ... Z, AA. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}
