/** Cells of one field that had to be read as a number or a date and could not. */
export type UnreadCells = { field: string; as: 'number' | 'date'; count: number; row: number; text: string }

/**
 * Keeps which cells could not be read: those of a row are suspected while it is tested, and told only where it is left
 * out for them.
 */
export function unreadCells<Row extends { at: number }>(textOf: (row: Row, field: string) => string) {
  const told = new Map<string, UnreadCells>()
  let suspected: { row: Row; field: string; as: 'number' | 'date' }[] = []
  return {
    /** Begins with the next row. */
    next(): void {
      if (suspected.length > 0) suspected = []
    },
    suspect(row: Row, field: string, as: 'number' | 'date'): void {
      if (!suspected.some((each) => each.field === field && each.as === as)) suspected.push({ row, field, as })
    },
    tell(): void {
      for (const { row, field, as } of suspected) {
        const key = `${as}:${field}`
        const known = told.get(key)
        if (known) known.count++
        else told.set(key, { field, as, count: 1, row: row.at, text: textOf(row, field) })
      }
    },
    cells: () => [...told.values()],
  }
}
