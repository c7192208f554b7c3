import { pareto } from '../../../core/scoring/pareto.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { idColumn, numberColumn } from '../reading/column.ts'
import { readTable } from '../reading/table.ts'
import { table } from '../results.ts'

/**
 * Ranks items by value, largest first, with their share of the whole, the running share and class A, B or C.
 *
 * Example: =TS_PARETO(Orders!A2:A, Orders!C2:C)
 *
 * @param {range} items Column with the customer, product or cause of each row. Rows of the same item are added up.
 * @param {range} values Column with the value of each row. Shares are of all above 0; an item below 0 has none.
 * @param {number} headers [optional] 0 leaves out the header row.
 * @return One row per item: item, value, share, cumulative share, class as in TS_ABC_CLASS.
 * @customfunction
 */
export function TS_PARETO(items: Argument, values: Argument, headers?: Argument): Result {
  return inCell('TS_PARETO', ({ messages }) => {
    const given = readTable({ items: idColumn('items', items), values: numberColumn('values', values) })
    const rows = pareto(given.items, given.values)
    const cells = rows.map((row) => [row.item, row.value, row.share, row.cumulative, row.class])
    return table(messages.formulas.pareto, headers, cells)
  })
}
