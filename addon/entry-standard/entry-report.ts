import { type CheckedRow, entryCheck } from '../../core/entry-standard/entry-check.ts'
import type { EntryFormat, EntryStandard } from '../../core/entry-standard/entry-rule.ts'
import { fillOrder } from '../../core/entry-standard/fill-order.ts'
import { type OwnerCompleteness, ownerCompleteness } from '../../core/entry-standard/owner-completeness.ts'
import { cellText } from '../formulas/reading/cell.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { rowsWithoutId } from '../sheet/reading/rows-without-id.ts'
import { type BoundTab, fieldCells } from '../sheet/tabs/bound-tab.ts'
import { columnLabel } from './entry-setup.ts'

/** A customer to complete; `row` is the row of the tab, `missing` what its columns are called. */
type ToFill = { row: number; id: string; name: string; tier: string; missing: string[]; wrong: number }
/** A cell in a wrong format, as it is shown. */
type WrongEntry = { row: number; id: string; field: string; text: string; why: Exclude<EntryFormat, ''> }

/** How complete and right the customer tab is. Lists are cut: `toFill` and `wrongCells` say how many there are. */
export type EntryReport = {
  customers: number
  /** Filled rows that have no customer id, and so count nowhere. */
  withoutId: number
  complete: number
  /** The mean of the customers' shares of required fields, 0 to 1; 1 where there are no customers. */
  share: number
  fields: { label: string; missing: number; wrong: number }[]
  owners: OwnerCompleteness[]
  toFill: number
  next: ToFill[]
  wrongCells: number
  wrong: WrongEntry[]
}

const MOST_OWNERS = 100
const MOST_ROWS = 100

export function entryReport(tab: BoundTab, { rules }: EntryStandard, tierOrder: readonly string[]): EntryReport {
  const checked = checkedRows(tab, rules)
  const tiers = fieldCells(tab, 'tier').map(String)
  const order = tierOrder.length > 0 ? tierOrder : [...new Set(tiers.filter(Boolean))].sort().reverse()
  const toFill = fillOrder(checked, { tiers, scores: fieldCells(tab, 'score'), tierOrder: order })
  const label = (field: string) => columnLabel(tab, field)
  const wrong = checked.flatMap((row) => row.wrong)
  const text = (row: number, field: string) => cellText(tab.rows[row]?.[tab.at[field] ?? -1] ?? '')
  const id = (row: number) => customerIdIn(tab.rows[row]?.[tab.at.customerId as number])
  return {
    customers: checked.length,
    withoutId: rowsWithoutId(tab),
    complete: checked.filter(({ missing }) => missing.length === 0).length,
    share: checked.length === 0 ? 1 : checked.reduce((sum, { share }) => sum + share, 0) / checked.length,
    fields: rules.map(({ field }) => ({
      label: label(field),
      missing: checked.filter(({ missing }) => missing.includes(field)).length,
      wrong: wrong.filter((cell) => cell.field === field).length,
    })),
    owners: ownerCompleteness(checked, fieldCells(tab, 'owner').map(String)).slice(0, MOST_OWNERS),
    toFill: toFill.length,
    next: toFill.slice(0, MOST_ROWS).map(({ row, missing, wrong: cells }) => ({
      ...{ row: row + 2, id: id(row), name: text(row, 'customer'), tier: tiers[row] ?? '' },
      missing: missing.map(label),
      wrong: cells.length,
    })),
    wrongCells: wrong.length,
    wrong: wrong.slice(0, MOST_ROWS).map(({ row, field, why }) => ({
      ...{ row: row + 2, id: id(row), field: label(field), text: text(row, field), why },
    })),
  }
}

/** The rows of the customer tab held against rules. */
export function checkedRows(tab: BoundTab, rules: EntryStandard['rules']): CheckedRow[] {
  const fields = ['customerId', ...rules.map(({ field }) => field)].filter((field) => tab.at[field] !== undefined)
  return entryCheck(Object.fromEntries(fields.map((field) => [field, fieldCells(tab, field)])), rules)
}
