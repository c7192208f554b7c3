import { InputError } from '../../../core/input-error.ts'
import { type Argument, type Cell, isBlank, isGiven, isRange } from '../reading/cell.ts'
import { allCells } from '../reading/lists.ts'
import { isHeadingRow } from '../reading/matrix.ts'
import { findNumber, readNumber } from '../reading/number.ts'
import { notNegative } from '../reading/options.ts'

/** A cell that is filled in, its row in the range, and its place when the range is read row by row. */
type AnswerCell = { cell: Cell; row: number; place: number }

/** Answers, NaN where a cell is not a number, with how much each counts. */
export type Answers = { scores: number[]; weights?: number[] }

/** The cells of a range of any shape that are filled in, a row of headings left out. @throws InputError `argumentMissing`. */
export function answerCells(scores: Argument): AnswerCell[] {
  if (scores === undefined) throw new InputError('argumentMissing', { argument: 'scores' })
  const rows = isRange(scores) ? scores : [[scores]]
  const heading = rows.length > 1 && isHeadingRow(rows[0] ?? []) ? 1 : 0
  return rows.slice(heading).flatMap((cells, i) =>
    cells.flatMap((cell, column) => {
      const row = i + heading
      return isBlank(cell) ? [] : [{ cell, row: row + 1, place: row * cells.length + column }]
    }),
  )
}

/** @throws InputError `argumentMissing`, `sizesDiffer`, and for a weight that is not a number from 0 up. */
export function readAnswers(scores: Argument, weights?: Argument): Answers {
  const answers = answerCells(scores)
  const numbers = answers.map(({ cell }) => findNumber(cell) ?? Number.NaN)
  if (!isGiven(weights)) return { scores: numbers }
  const weightCells = allCells(weights)
  const rows = allCells(scores).length
  if (weightCells.length !== rows) {
    throw new InputError('sizesDiffer', { argument: 'scores', rows, other: 'weights', otherRows: weightCells.length })
  }
  return { scores: numbers, weights: answers.map(({ row, place }) => weightOf(weightCells[place], row)) }
}

function weightOf(cell: Cell, row: number): number {
  if (isBlank(cell)) throw new InputError('cellBlank', { argument: 'weights', row })
  const weight = readNumber(cell, { argument: 'weights', row })
  notNegative(weight, { argument: 'weights', row })
  return weight
}
