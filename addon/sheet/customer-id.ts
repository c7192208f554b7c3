/** A customer's id as every part writes it: the cell's own value, not what its format shows, without outer spaces. */
export function customerIdIn(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : String(cell ?? '').trim()
}
