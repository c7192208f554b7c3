import { npsGroup } from '../../../core/satisfaction/nps-group.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { type Column, numberColumn } from '../reading/column.ts'
import { findNumber } from '../reading/number.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * Names the group of each answer: Promoter for 9 and 10, Passive for 7 and 8, Detractor for 0 to 6.
 *
 * Example: =TS_NPS_GROUP(B2:B)
 *
 * @param {range} scores Column of answers from 0 to 10, or one answer. Anything else stays blank.
 * @return The group beside each answer.
 * @customfunction
 */
export function TS_NPS_GROUP(scores: Argument): Result {
  return inCell('TS_NPS_GROUP', ({ messages }) => {
    const anything: Column<number> = {
      ...numberColumn('scores', scores),
      read: (cell) => findNumber(cell) ?? Number.NaN,
    }
    const rows = readRows({ scores: anything })
    return besideRows(rows, [messages.formulas.npsGroup], (row) => {
      const group = npsGroup(rows.values.scores[row] ?? Number.NaN)
      return group && [messages.npsGroups[group]]
    })
  })
}
