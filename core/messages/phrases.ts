/** A row of an argument, counted from 1 within the range that was given. */
export type CellPlace = { argument: string; row: number }

/** What a cell says; without a row the argument is one value. */
export type CellText = { text: string; argument: string; row?: number }

/** Where a cell is: `in row 7 of dates`, or `for as_of`. */
export function place({ argument, row }: { argument: string; row?: number }): string {
  return row === undefined ? `for ${argument}` : `in row ${row} of ${argument}`
}

/** `A, B or C`. */
export function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}

/** `1 value`, `2 values`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A column of which the entry standard asks something. */
export type EntryHelp = { column: string; required: boolean }

/** `Phone is required and takes`, how a sentence about a column begins. */
export function asked({ column, required }: EntryHelp): string {
  return `${column} ${required ? 'is required and takes' : 'takes'}`
}
