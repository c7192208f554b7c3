/**
 * A mark that a column carries: the field that it holds, the header that it had when it was marked, and whether it alone
 * had it then.
 */
export type ColumnMark = { position: number; field: string; header: string; alone: boolean }

/**
 * Where each field stands, by the marks that columns carry and then by their headers.
 *
 * A mark moves with its column, so that sorting, inserting, renaming and moving columns change nothing. Where the
 * marked column no longer has its header, and another column, marked for nothing else, has it, what it held was cut
 * and pasted there: the field follows it. Where neither header is left, or several columns had it from the start, the
 * column was renamed.
 * A field without a mark is where its header says, unless that column is marked for another.
 *
 * @param header The header row, left to right.
 * @param recognised Positions by header of the fields that have no mark.
 * @returns Positions from 0.
 */
export function boundColumns(
  header: readonly string[],
  marks: readonly ColumnMark[],
  recognised: Readonly<Record<string, number | undefined>>,
): Record<string, number> {
  const found: Record<string, number> = {}
  const marked = new Set(marks.filter((mark) => header[mark.position] === mark.header).map(({ position }) => position))
  const sure = (mark: ColumnMark) => Number(header[mark.position] === mark.header)
  for (const mark of [...marks].sort((a, b) => sure(b) - sure(a))) {
    if (found[mark.field] !== undefined) continue
    const position = placeOf(mark, header, marked)
    if (position !== undefined) found[mark.field] = position
  }
  const taken = new Set(Object.values(found))
  for (const [field, position] of Object.entries(recognised)) {
    if (position === undefined || found[field] !== undefined || taken.has(position)) continue
    found[field] = position
    taken.add(position)
  }
  return found
}

function placeOf(mark: ColumnMark, header: readonly string[], marked: ReadonlySet<number>): number | undefined {
  const now = header[mark.position] ?? ''
  if (now === mark.header) return mark.position
  const moved = mark.alone ? header.findIndex((each, position) => each === mark.header && !marked.has(position)) : -1
  if (moved >= 0) return moved
  return now === '' ? undefined : mark.position
}
