import { type PeriodUnit, periodLabel } from '../../../core/calendar/periods.ts'
import { type Cohort, cohorts } from '../../../core/customers/cohorts.ts'
import { InputError } from '../../../core/input-error.ts'
import { inCell } from '../in-cell.ts'
import { type Argument, isGiven, type Result } from '../reading/cell.ts'
import { dayColumn, idColumn, numberColumn } from '../reading/column.ts'
import { choice } from '../reading/options.ts'
import { readTable } from '../reading/table.ts'

type Output = 'RATE' | 'COUNT' | 'VALUE'

/**
 * Follows the customers of each month of first order: how many ordered again in each month after.
 *
 * Example: =TS_COHORT(Orders!A2:A, Orders!B2:B, "MONTH", "RATE")
 *
 * @param {range} ids Column with the customer of each order.
 * @param {range} dates Column with the date of each order. A refund on a day of its own counts as a day with an order: give it the date of its order, or leave it out.
 * @param {text} unit [optional] "MONTH", "WEEK", "QUARTER" or "YEAR". "MONTH" if left out.
 * @param {text} output [optional] "RATE" share of the customers, "COUNT" customers, "VALUE" total of the amounts. "RATE" if left out.
 * @param {range} amounts [optional] Column with the amount of each order, for "VALUE".
 * @return One row per period of first order: its name, its customers, then one cell per period since, 0 the first; blank where still to come.
 * @customfunction
 */
export function TS_COHORT(
  ids: Argument,
  dates: Argument,
  unit?: Argument,
  output?: Argument,
  amounts?: Argument,
): Result {
  return inCell('TS_COHORT', (context) => {
    const period = choice<PeriodUnit>('unit', unit, ['MONTH', 'WEEK', 'QUARTER', 'YEAR'])
    const shown = choice<Output>('output', output, ['RATE', 'COUNT', 'VALUE'])
    if (shown === 'VALUE' && !isGiven(amounts)) throw new InputError('amountsNeeded', undefined)
    const orders = readTable({
      ids: idColumn('ids', ids),
      days: dayColumn(context, 'dates', dates),
      amounts: isGiven(amounts) ? numberColumn('amounts', amounts) : undefined,
    })
    const found = cohorts(orders, period, context.weekStart)
    const width = Math.max(0, ...found.map(({ active }) => active.length))
    const header = [...context.messages.formulas.cohort, ...Array.from({ length: width }, (_, age) => age)]
    const rows = found.map((cohort) => {
      const cells = ageCells(cohort, shown)
      const blanks = new Array<string>(width - cells.length).fill('')
      return [periodLabel(cohort.period, period, context.weekStart), cohort.customers, ...cells, ...blanks]
    })
    return [header, ...rows]
  })
}

function ageCells({ active, value, customers }: Cohort, output: Output): number[] {
  if (output === 'VALUE') return value
  return output === 'COUNT' ? active : active.map((count) => count / customers)
}
