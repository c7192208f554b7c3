import type { ContactRecords } from '../../core/standard/contact-figures.ts'
import type { CellContext } from '../formulas/cell-context.ts'
import { isBlank } from '../formulas/reading/cell.ts'
import { readDay } from '../formulas/reading/day.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { type BoundTab, requiredField } from '../sheet/tabs/bound-tab.ts'
import { customerIn, type DatedRows, placeOf } from './dated-rows.ts'

/**
 * The contacts of a tab. Rows without a date, such as contacts that are planned, are left out.
 *
 * @throws InputError `missingColumn`; `notDate`, `ambiguousDate`, `cellBlank` naming the tab and row.
 */
export function contactRecords(tab: BoundTab, context: CellContext): ContactRecords & DatedRows {
  const id = placeOf(tab, requiredField(tab, 'customerId'))
  const date = placeOf(tab, requiredField(tab, 'contactDate'))
  const zone = () => context.zone
  const records = { ids: [] as string[], days: [] as number[], purposes: [] as string[], rows: [] as number[] }
  for (let index = 0; index < tab.rows.length; index++) {
    const row = tab.rows[index] as CellValue[]
    if (isBlank(row[date.column])) continue
    id.row = date.row = index + 2
    records.ids.push(customerIn(row, id))
    records.days.push(readDay(row[date.column], zone, date))
    records.purposes.push(tab.at.purpose === undefined ? '' : String(row[tab.at.purpose] ?? ''))
    records.rows.push(index + 2)
  }
  return { ...records, tab: tab.name }
}
