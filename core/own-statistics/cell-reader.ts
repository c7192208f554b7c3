/** What a row holds under a field. */
export type StatisticCell = string | number | boolean | Date | null | undefined

/** How cells are read, which the sheet and the backend do each in their own way. */
export type CellReader = {
  /** Without outer spaces; '' for a blank cell. */
  text: (cell: StatisticCell) => string
  /** Undefined where it is no number, or can be read in more than one way. */
  number: (cell: StatisticCell) => number | undefined
  /** Days since 1970-01-01; undefined where it is no date. */
  day: (cell: StatisticCell) => number | undefined
}

/** Rows with their fields' positions. */
export type StatisticRows = {
  at: Readonly<Record<string, number>>
  rows: readonly (readonly StatisticCell[])[]
}

/** A text as texts are compared: as Sheets does, case does not count; nor do outer spaces. */
export function folded(text: string): string {
  return text.trim().toLowerCase()
}
