import { retentionRate } from '../../../core/customers/retention-rate.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import type { Argument, Result } from '../reading/cell.ts'
import { numberColumn } from '../reading/column.ts'
import { notNegative } from '../reading/number-checks.ts'
import { readRows } from '../reading/rows.ts'
import { besideRows } from '../results.ts'

/**
 * Share of the customers at the start of a period who are still customers at its end.
 *
 * Example: =TS_RETENTION_RATE(200, 210, 30)
 *
 * @param {number} customers_at_start Customers at the start, or a column of them.
 * @param {number} customers_at_end Customers at the end, or a column of them.
 * @param {number} new_customers Customers gained in between, or a column of them.
 * @return The rate as a decimal: 0.9 is 90 %.
 * @customfunction
 */
export function TS_RETENTION_RATE(
  customers_at_start: Argument,
  customers_at_end: Argument,
  new_customers: Argument,
): Result {
  return inCell('TS_RETENTION_RATE', ({ messages }) => {
    const columns = {
      start: numberColumn('customers_at_start', customers_at_start, notNegative),
      end: numberColumn('customers_at_end', customers_at_end, notNegative),
      added: numberColumn('new_customers', new_customers, notNegative),
    }
    const rows = readRows(columns, { repeats: true })
    return besideRows(rows, [messages.formulas.retentionRate], (row) => {
      const start = rows.values.start[row]
      const end = rows.values.end[row]
      const added = rows.values.added[row]
      if (start === undefined || end === undefined || added === undefined) return undefined
      const place = { row: row + rows.heading + 1 }
      if (added > end)
        throw new InputError('partOverWhole', { part: 'new_customers', whole: 'customers_at_end', ...place })
      if (end - added > start) {
        const kept = { part: 'customers_at_end - new_customers', whole: 'customers_at_start' }
        throw new InputError('partOverWhole', { ...kept, ...place })
      }
      return [retentionRate(start, end, added)]
    })
  })
}
