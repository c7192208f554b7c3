/** What a cell holds, as Apps Script hands it over and takes it back; '' where it is blank. */
export type Cell = string | number | boolean | Date | null | undefined

/** What a formula was given in one place: a cell, a range as rows of cells, or nothing. */
export type Argument = Cell | readonly (readonly Cell[])[]

/** What a formula gives back: one cell, or rows of cells that spill. */
export type Result = Cell | Cell[][]

/** An argument left out arrives as undefined at the end and as '' between commas, which is what a blank cell is too. */
export function isBlank(cell: Cell): cell is '' | null | undefined {
  return cell === '' || cell === null || cell === undefined
}

/** Looked up once: a script context's globals are slow to reach, and this runs for every cell. */
const tagOf = Object.prototype.toString

/** A date from any realm: `instanceof` knows only those made by this script. */
export function isDate(cell: Cell): cell is Date {
  return typeof cell === 'object' && tagOf.call(cell) === '[object Date]'
}

/** Whether an optional argument was given at all. */
export function isGiven(argument: Argument): boolean {
  return isRange(argument) || !isBlank(argument)
}

export function isRange(argument: Argument): argument is readonly (readonly Cell[])[] {
  return Array.isArray(argument)
}

/** What a cell holds whose own formula failed, such as #N/A. */
export function isFailure(cell: Cell): boolean {
  return typeof cell === 'string' && /^#(N\/A|DIV\/0!|[A-Z]+[!?])$/.test(cell)
}

/** The cell as an error message shows it. */
export function cellText(cell: Cell): string {
  const shown = typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)
  const text = isDate(cell) ? cell.toDateString() : shown
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
