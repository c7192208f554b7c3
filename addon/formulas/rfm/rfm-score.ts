import { rfmScores } from '../../../core/rfm/rfm-scores.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { choice } from '../reading/options.ts'
import { readRows } from '../reading/rows.ts'
import { filledRows } from '../reading/table.ts'
import { besideRows } from '../results.ts'
import { binsOption } from './bins-option.ts'

/**
 * Scores recency, frequency and monetary value that are already worked out, one row per customer.
 *
 * Example: =TS_RFM_SCORE(B2:B, C2:C, D2:D)
 *
 * @param {range} recency Column with the days since each customer's last order.
 * @param {range} frequency Column with the number of orders.
 * @param {range} monetary Column with the total of the orders.
 * @param {number} bins [optional] Scores run from 1 to this, 5 if left out. {5,3,4} sets R, F and M apart.
 * @param {text} method [optional] "VALUE": equal values get equal scores. "RANK": equal numbers of customers per score. "VALUE" if left out.
 * @return R, F, M and their code beside each row.
 * @customfunction
 */
export function TS_RFM_SCORE(
  recency: Argument,
  frequency: Argument,
  monetary: Argument,
  bins?: Argument,
  method?: Argument,
): Result {
  return inCell('TS_RFM_SCORE', ({ messages }) => {
    const rows = readRows({
      recency: numberColumn('recency', recency),
      frequency: numberColumn('frequency', frequency),
      monetary: numberColumn('monetary', monetary),
    })
    const { table, placeOf } = filledRows(rows)
    const way = choice('method', method, ['VALUE', 'RANK'])
    const { r, f, m, codes } = rfmScores(table.recency, table.frequency, table.monetary, binsOption(bins), way)
    return besideRows(rows, messages.formulas.rfmScores, (row) => {
      const i = placeOf(row)
      return [r[i], f[i], m[i], codes[i]]
    })
  })
}
