import type { Cells } from '../../core/customer-file/customer-table.ts'
import { InputError } from '../../core/input-error.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { fieldCells, requiredField, requiredTab } from '../sheet/tabs/bound-tab.ts'
import { customerColumns, customerTable } from './customer-columns.ts'
import { findAction } from './file-actions.ts'
import { linksTo } from './linked-rows.ts'
import { recordAction } from './record-action.ts'
import { type ActionPage, makeAction } from './run-action.ts'

/** Which of two customers stays, and the columns whose values are taken from the one that goes. */
export type Merge = { id: string; keep: string; gone: string; fromGone: string[] }

/**
 * Makes one customer of two: both rows are written whole into the Change history, then what names the one that goes
 * names the one that stays, and its row is removed. Sent again, or after a kill, it goes on where it was.
 *
 * @throws InputError `customerGone` where either is no longer there.
 */
export function mergeCustomers(merge: Merge): ActionPage {
  if (!findAction(merge.id)?.recorded) recordMerge(merge)
  for (;;) {
    const page = makeAction(merge.id)
    if (page.next === null) return page
  }
}

function recordMerge({ id, keep, gone, fromGone }: Merge): void {
  const tab = requiredTab('customers')
  requiredField(tab, 'customerId')
  const columns = customerColumns(tab).filter(({ computed }) => !computed)
  const { rows } = customerTable(tab, columns)
  const ids = fieldCells(tab, 'customerId').map(customerIdIn)
  const cellsOf = (customer: string): Cells => {
    const row = rows[ids.indexOf(customer)]
    if (!row) throw new InputError('customerGone', { customer, sheet: tab.name })
    return Object.fromEntries(
      columns.flatMap(({ key }, at) => (key === 'customerId' || row[at] === '' ? [] : [[key, row[at] ?? '']])),
    )
  }
  const [kept, left] = [cellsOf(keep), cellsOf(gone)]
  const after: Cells = { ...kept }
  for (const key of fromGone) {
    if (left[key] === undefined) delete after[key]
    else after[key] = left[key]
  }
  const name = String(left.customer ?? '')
  const isOnlyName = fieldCells(tab, 'customer').filter((cell) => customerIdIn(cell) === name).length === 1
  const links = linksTo([gone, ...(name !== '' && isOnlyName && !ids.includes(name) ? [name] : [])], keep)
  recordAction({ id, kind: 'merge', what: `${gone} → ${keep}` }, 0, [
    { id: keep, before: kept, after },
    { id: gone, before: left },
    ...links,
  ])
}
