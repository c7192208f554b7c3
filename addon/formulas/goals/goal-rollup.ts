import { goalRollup } from '../../../core/goals/goal-rollup.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { idColumn, numberColumn } from '../reading/column.ts'
import { notNegative } from '../reading/number-checks.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * Rolls the progress of goals up a tree: a goal with parts has the weighted mean of its parts.
 *
 * Example: =TS_GOAL_ROLLUP(A2:A, B2:B, E2:E, K2:K)
 *
 * @param {range} ids Column with the id of each goal, in any order.
 * @param {range} parents Column with the id of the goal that each is a part of; blank for a goal at the top.
 * @param {range} weights Column with the weight of each part. Parts without any weights count alike.
 * @param {range} progress Column with the progress of each goal without parts. Where it is blank the goal is left out of the mean; that of a goal with parts is not looked at.
 * @return The progress beside each goal, not held to 0..1.
 * @customfunction
 */
export function TS_GOAL_ROLLUP(ids: Argument, parents: Argument, weights: Argument, progress: Argument): Result {
  return inCell('TS_GOAL_ROLLUP', ({ messages }) => {
    const columns = {
      ids: idColumn('ids', ids),
      parents: idColumn('parents', parents),
      progress: numberColumn('progress', progress),
      weights: isGiven(weights) ? numberColumn('weights', weights, notNegative) : undefined,
    }
    const rows = readRows(columns, { mayBeBlank: ['parents', 'weights', 'progress'] })
    const { values, heading } = rows
    const rolled = goalRollup({ ...values, weights: values.weights ?? [] }, heading + 1)
    return besideRows(rows, [messages.formulas.goalRollup], (row) => [rolled[row]])
  })
}
