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
