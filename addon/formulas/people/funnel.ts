import { funnel } from '../../../core/people/funnel.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { idColumn, numberColumn } from '../reading/column.ts'
import { labelList } from '../reading/lists.ts'
import { readRows } from '../reading/rows.ts'
import { table } from '../results.ts'

/**
 * How many deals, worth how much, have come to each stage, and how many go on from one to the next.
 *
 * Example: =TS_FUNNEL(D2:D, E2:E, {"Lead","Qualified","Proposal","Won"})
 *
 * @param {range} stages Column with the stage of each deal. A deal has reached all stages before its own as well.
 * @param {range} amounts Column with the amount of each deal; blank adds nothing.
 * @param {range} order [optional] The stages from first to last. As they first appear if left out. Other stages, such as lost deals, follow below with their own deals alone.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per stage: stage, deals that reached it, amount, conversion from the stage before.
 * @customfunction
 */
export function TS_FUNNEL(stages: Argument, amounts: Argument, order?: Argument, headers?: Argument): Result {
  return inCell('TS_FUNNEL', ({ messages }) => {
    const columns = { stages: idColumn('stages', stages), amounts: numberColumn('amounts', amounts) }
    const { values } = readRows(columns, { mayBeBlank: ['amounts'] })
    const deals = values.stages.flatMap((stage, i) =>
      stage === undefined ? [] : [{ stage, amount: values.amounts[i] }],
    )
    const rows = funnel(
      deals.map(({ stage }) => stage),
      deals.map(({ amount }) => amount),
      labelList('order', order),
    )
    const cells = rows.map((row) => [row.stage, row.deals, row.amount, row.conversion])
    return table(messages.formulas.funnel, headers, cells)
  })
}
