import type { TabHeader } from '../tabs/bound-tab.ts'
import type { CellValue } from './table.ts'

/** Cells that are cheaper to read along than another call is. */
const CELLS_A_CALL = 20_000
/** More calls than these take longer than to read everything between the first row and the last. */
const CALLS_AT_MOST = 20

/**
 * The numbers of the rows in which a field holds one of some texts, from 1, top to bottom.
 *
 * A text finder looks them up where the tab is: however long the column, none of it is read.
 */
export function rowsWith({ sheet, at }: TabHeader, field: string, texts: readonly string[]): number[] {
  const rows = sheet.getLastRow() - 1
  const position = at[field]
  if (position === undefined || rows < 1) return []
  return sheet
    .getRange(2, position + 1, rows, 1)
    .createTextFinder(`^\\s*(${texts.map(escaped).join('|')})\\s*$`)
    .useRegularExpression(true)
    .matchCase(true)
    .findAll()
    .map((cell) => cell.getRow())
}

/**
 * The whole rows of these numbers, with as few calls as pay: rows that are close together are read in one.
 *
 * @param numbers Ascending, from 2.
 */
export function rowsAt({ sheet, header }: TabHeader, numbers: readonly number[]): CellValue[][] {
  const width = header.length
  const read = (first: number, last: number) =>
    sheet.getRange(first, 1, last - first + 1, width).getValues() as CellValue[][]
  const runs = runsOf(numbers, Math.ceil(CELLS_A_CALL / width))
  if (runs.length <= CALLS_AT_MOST) return runs.flatMap((run) => picked(read(run[0] as number, last(run)), run))
  return picked(read(numbers[0] as number, last(numbers)), numbers)
}

function runsOf(numbers: readonly number[], gap: number): number[][] {
  const runs: number[][] = []
  for (const number of numbers) {
    const run = runs[runs.length - 1]
    if (run && number - last(run) <= gap) run.push(number)
    else runs.push([number])
  }
  return runs
}

function picked(rows: CellValue[][], numbers: readonly number[]): CellValue[][] {
  return numbers.map((number) => rows[number - (numbers[0] as number)] as CellValue[])
}

function last(numbers: readonly number[]): number {
  return numbers[numbers.length - 1] as number
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
