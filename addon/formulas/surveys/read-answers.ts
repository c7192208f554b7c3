import { InputError } from '../../../core/input-error.ts'
import { isFlagHeading, readFlag } from '../customers/flag-column.ts'
import { type Argument, type Cell, isBlank, isGiven } from '../reading/cell.ts'
import { isHeadingRow } from '../reading/heading.ts'
import { allCells } from '../reading/lists.ts'
import { findNumber, readNumber } from '../reading/number.ts'
import { type NumberCheck, notNegative, within } from '../reading/number-checks.ts'
import { rangeRows } from '../reading/range-rows.ts'

/** A cell that is filled in, its row in the range, and its place when the range is read row by row. */
type AnswerCell = { cell: Cell; row: number; place: number }

/** Answers, NaN where a cell is not a number, with how much each counts. */
export type Answers = { scores: number[]; weights?: number[] }

/** The cells of a range of any shape that are filled in, a row of headings left out. @throws InputError `argumentMissing`. */
function answerCells(argument: string, given: Argument, isHeading?: (cell: Cell) => boolean): AnswerCell[] {
  const rows = rangeRows(argument, given)
  const heading = rows.length > 1 && isHeadingRow(rows[0] ?? [], isHeading) ? 1 : 0
  return rows.slice(heading).flatMap((cells, i) =>
    cells.flatMap((cell, column) => {
      const row = i + heading
      return isBlank(cell) ? [] : [{ cell, row: row + 1, place: row * cells.length + column }]
    }),
  )
}

/** Answers of any kind, NaN where a cell is not a number. @throws InputError `argumentMissing`. */
export function anyAnswers(argument: string, given: Argument): number[] {
  return answerCells(argument, given).map(({ cell }) => findNumber(cell) ?? Number.NaN)
}

/** Numbers. @throws InputError `argumentMissing`, `notNumber`, and what `check` throws. */
export function numberAnswers(argument: string, given: Argument, check?: NumberCheck): number[] {
  return answerCells(argument, given).map(({ cell, row }) => {
    const answer = readNumber(cell, { argument, row })
    check?.(answer, { argument, row })
    return answer
  })
}

/** Yes and no as 1 and 0, also checkboxes. @throws InputError `argumentMissing`, `notFlag`. */
export function flagAnswers(argument: string, given: Argument): (0 | 1)[] {
  return answerCells(argument, given, isFlagHeading).map(({ cell, row }) => readFlag(cell, { argument, row }))
}

/** Answers on a scale, at least one. @throws InputError `notWithin`, `noAnswers`, and as `numberAnswers`. */
export function scaledAnswers(argument: string, given: Argument, low: number, high: number): number[] {
  const answers = numberAnswers(argument, given, within(low, high))
  if (answers.length === 0) throw new InputError('noAnswers', { argument, low, high })
  return answers
}

/** @throws InputError `argumentMissing`, `sizesDiffer`, and for a weight that is not a number from 0 up. */
export function readAnswers(scores: Argument, weights?: Argument): Answers {
  const answers = answerCells('scores', scores)
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
