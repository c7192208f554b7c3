import { tiers } from '../../../core/scoring/tiers.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { labelList, numberList } from '../reading/lists.ts'
import { required } from '../reading/required.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * Gives each score the tier whose lower bound it reaches.
 *
 * Example: =TS_TIER(F2:F, {60,80}, {"C","B","A"})
 *
 * @param {range} scores Column of scores, or one score.
 * @param {range} thresholds Lower bounds of the tiers above the lowest, in ascending order.
 * @param {range} labels [optional] Names of the tiers, lowest first, one more than thresholds. C, B, A or 1, 2, 3, ... if left out.
 * @return The tier beside each score.
 * @customfunction
 */
export function TS_TIER(scores: Argument, thresholds: Argument, labels?: Argument): Result {
  return inCell('TS_TIER', ({ messages }) => {
    const rows = readRows({ scores: numberColumn('scores', scores) })
    const bounds = required('thresholds', numberList('thresholds', thresholds))
    const found = tiers(rows.values.scores, bounds, labelList('labels', labels))
    return besideRows(rows, [messages.formulas.tier], (row) => [found[row]])
  })
}
