import { InputError } from '../../../core/input-error.ts'
import { type Argument, type Cell, isBlank, isGiven, isRange } from '../reading/cell.ts'
import { isNumberHeading, readNumber } from '../reading/column.ts'
import { allCells } from '../reading/lists.ts'

export type Answers = {
  /** Every cell that is filled in, NaN where it is not a number; the heading is left out. */
  scores: number[]
  weights?: number[]
}

/**
 * Answers in a range of any shape, with their weights.
 *
 * @throws InputError `argumentMissing`, `sizesDiffer`, and for a weight that is not 0 or more.
 */
export function readAnswers(scores: Argument, weights?: Argument): Answers {
  if (scores === undefined) throw new InputError('argumentMissing', { argument: 'scores' })
  const cells = allCells(scores)
  const weightCells = isGiven(weights) ? allCells(weights) : undefined
  if (weightCells && weightCells.length !== cells.length) {
    const sizes = { argument: 'scores', rows: cells.length, other: 'weights', otherRows: weightCells.length }
    throw new InputError('sizesDiffer', sizes)
  }
  const answers: Required<Answers> = { scores: [], weights: [] }
  const headings = headingCells(scores)
  cells.forEach((cell, i) => {
    if (isBlank(cell) || i < headings) return
    answers.scores.push(typeof cell === 'number' ? cell : Number.NaN)
    if (weightCells) answers.weights.push(weightOf(weightCells[i], i + 1))
  })
  return weightCells ? answers : { scores: answers.scores }
}

/** How many cells the row of headings has: none unless the first of several rows is text. */
function headingCells(scores: Argument): number {
  if (!isRange(scores) || scores.length < 2) return 0
  const first = scores[0] ?? []
  const isHeading = first.some(isNumberHeading) && first.every((cell) => isBlank(cell) || isNumberHeading(cell))
  return isHeading ? first.length : 0
}

function weightOf(cell: Cell, row: number): number {
  if (isBlank(cell)) throw new InputError('cellBlank', { argument: 'weights', row })
  const weight = readNumber(cell, { argument: 'weights', row })
  if (weight < 0) throw new InputError('notAtLeast', { argument: 'weights', row, text: String(weight), least: 0 })
  return weight
}
