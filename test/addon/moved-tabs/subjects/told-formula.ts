import { headersOf, type Place } from '../place.ts'

const COLUMNS = /(?:('(?:[^']|'')+'|\w+)!)?\b([A-Z]{1,2})(\d+)(?::([A-Z]{1,2}))?/g

/** A formula with the headers of the columns that it reads in the place of their letters. */
export function toldFormula(place: Place, formula: string, home: string): string {
  return formula.replace(COLUMNS, (_, quoted: string | undefined, first: string, row: string, last = first) => {
    const name = quoted?.replace(/^'|'$/g, '').replace(/''/g, "'") ?? home
    const found = place.tabs().find(({ tab }) => tab.name === name)
    const header = (letters: string) => (found ? headersOf(found.tab)[columnNumber(letters) - 1] : undefined)
    return `[${found?.name}: ${header(first)} to ${header(last)} from ${row}]`
  })
}

/** From 1. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
