import type { OrderRecords } from '../../core/standard/order-figures.ts'
import type { CellContext } from '../formulas/cell-context.ts'
import { isBlank } from '../formulas/reading/cell.ts'
import { readDay } from '../formulas/reading/day.ts'
import { readNumber } from '../formulas/reading/number.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, requiredField } from '../sheet/tabs/bound-tab.ts'
import { customerIn, type DatedRows, placeOf } from './dated-rows.ts'

/**
 * The orders of a tab, those of one product where one is named. Blank rows are left out.
 *
 * @throws InputError `missingColumn`; `notNumber`, `notDate`, `ambiguousDate`, `cellBlank` naming the tab and row.
 */
export function orderRecords(tab: BoundTab, product: string, context: CellContext): OrderRecords & DatedRows {
  const id = placeOf(tab, requiredField(tab, 'customerId'))
  const date = placeOf(tab, requiredField(tab, 'orderDate'))
  const amount = placeOf(tab, requiredField(tab, 'amount'))
  const [due, paid] = [placeOf(tab, tab.at.dueDate), placeOf(tab, tab.at.paidDate)]
  const zone = () => context.zone
  const dayIn = (row: readonly CellValue[], place: typeof due) => {
    const cell = row[place.column] ?? ''
    return isBlank(cell) ? undefined : readDay(cell, zone, place)
  }
  const wanted = product.trim().toLowerCase()
  const records = { ids: [] as string[], days: [] as number[], amounts: [] as number[], rows: [] as number[] }
  const more = { products: [] as string[], due: [] as (number | undefined)[], paid: [] as (number | undefined)[] }
  for (let index = 0; index < tab.rows.length; index++) {
    const row = tab.rows[index] as CellValue[]
    if (isBlank(row[id.column]) && isBlank(row[date.column]) && isBlank(row[amount.column])) continue
    const name = tab.at.product === undefined ? '' : String(row[tab.at.product] ?? '')
    if (wanted && name.trim().toLowerCase() !== wanted) continue
    id.row = date.row = amount.row = due.row = paid.row = index + 2
    records.ids.push(customerIn(row, id))
    records.days.push(readDay(row[date.column], zone, date))
    records.amounts.push(readNumber(row[amount.column], amount))
    records.rows.push(index + 2)
    more.products.push(name)
    more.due.push(dayIn(row, due))
    more.paid.push(dayIn(row, paid))
  }
  return { ...records, ...more, tab: tab.name }
}
