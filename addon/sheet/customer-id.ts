/** A customer's id as every part writes it: the cell's own value, not what its format shows, without outer spaces. */
export function customerIdIn(cell: unknown): string {
  if (typeof cell !== 'string') return String(cell ?? '').trim()
  return isPlainAt(cell, 0) && isPlainAt(cell, cell.length - 1) ? cell : cell.trim()
}

/** A character that is no space by far: looking costs less than trimming, and this runs for every row. */
function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 32 && code < 127
}
