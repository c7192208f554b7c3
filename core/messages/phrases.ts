/** A row of an argument, counted from 1 within the range that was given. */
export type CellPlace = { argument: string; row: number }

/** Where a cell is, by its row or, in a range that is one row, by its column; without either the argument is one value. */
export type Place = { argument: string; row?: number; inColumn?: number }

/** What a cell says. */
export type CellText = Place & { text: string }

/** Where a cell is: `in row 7 of dates`, `in column 2 of weights`, or `for as_of`. */
export function place({ argument, row, inColumn }: Place): string {
  if (inColumn !== undefined) return `in column ${inColumn} of ${argument}`
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

/** A day of any year; months count from 1. */
export type CalendarDay = { month: number; day: number }

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** `March` for 3. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(number: number): string {
  const teens = number % 100 > 10 && number % 100 < 14
  return `${number}${(teens ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10]) ?? 'th'}`
}
