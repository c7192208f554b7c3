import type { OpportunityRecords } from '../../core/standard/open-amounts.ts'
import type { CellContext } from '../formulas/cell-context.ts'
import { isBlank } from '../formulas/reading/cell.ts'
import { readDay } from '../formulas/reading/day.ts'
import { readNumber } from '../formulas/reading/number.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, requiredField } from '../sheet/tabs/bound-tab.ts'
import { customerIn, placeOf } from './dated-rows.ts'

/**
 * The opportunities of a tab, those of one product where one is named. Rows without customer and amount are left out,
 * and one without an amount counts as 0.
 *
 * @throws InputError `missingColumn`; `notNumber`, `notDate`, `ambiguousDate`, `cellBlank` naming the tab and row.
 */
export function opportunityRecords(tab: BoundTab, product: string, context: CellContext): OpportunityRecords {
  const id = placeOf(tab, requiredField(tab, 'customerId'))
  const amount = placeOf(tab, requiredField(tab, 'amount'))
  const closed = placeOf(tab, tab.at.closed)
  const text = (row: readonly CellValue[], field: string) => String(row[tab.at[field] ?? -1] ?? '').trim()
  const wanted = product.trim().toLowerCase()
  const records = { ids: [] as string[], amounts: [] as number[], stages: [] as string[] }
  const closings: (number | undefined)[] = []
  for (let index = 0; index < tab.rows.length; index++) {
    const row = tab.rows[index] as CellValue[]
    if (isBlank(row[id.column]) && isBlank(row[amount.column])) continue
    if (wanted && text(row, 'product').toLowerCase() !== wanted) continue
    id.row = amount.row = closed.row = index + 2
    const [value, end] = [row[amount.column], row[closed.column] ?? '']
    records.ids.push(customerIn(row, id))
    records.amounts.push(isBlank(value) ? 0 : readNumber(value, amount))
    records.stages.push(text(row, 'stage'))
    closings.push(isBlank(end) ? undefined : readDay(end, () => context.zone, closed))
  }
  return { ...records, closed: closings }
}
