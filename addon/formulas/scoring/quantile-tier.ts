import { quantileTiers } from '../../../core/scoring/quantile-tiers.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { labelList } from '../reading/lists.ts'
import { choice, wholeOption } from '../reading/options.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'
import { MOST_BUCKETS } from './most-buckets.ts'

/**
 * Divides customers into tiers of about equal size by a value, highest values in the highest tier.
 *
 * Example: =TS_QUANTILE_TIER(E2:E, 3)
 *
 * @param {range} values Column of values, one per customer.
 * @param {number} n [optional] Number of tiers, 3 if left out.
 * @param {text} method [optional] "VALUE": equal values share a tier. "RANK": tiers of equal size. "VALUE" if left out.
 * @param {range} labels [optional] Names of the tiers, lowest first. C, B, A for three tiers, else 1, 2, 3, ... if left out.
 * @return The tier beside each value.
 * @customfunction
 */
export function TS_QUANTILE_TIER(values: Argument, n?: Argument, method?: Argument, labels?: Argument): Result {
  return inCell('TS_QUANTILE_TIER', ({ messages }) => {
    const rows = readRows({ values: numberColumn('values', values) })
    const way = choice('method', method, ['VALUE', 'RANK'])
    const count = wholeOption('n', n, 2, MOST_BUCKETS) ?? 3
    const tiers = quantileTiers(rows.values.values, count, way, labelList('labels', labels))
    return besideRows(rows, [messages.formulas.tier], (row) => [tiers[row]])
  })
}
