import { recognisedColumns } from '../../core/tabs/recognised-columns.ts'
import type { TabKind } from '../../core/tabs/tab-fields.ts'
import { subjectKindIn } from '../goals/goal-words.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import { findHeader, type TabHeader, tabFinder, tabHeader, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import type { Person } from './person.ts'

/**
 * What becomes of rows when a person is erased. `anonymous` rows keep their figures under an id that tells nothing; what is
 * `left` lies in tabs of the team's own.
 */
export type RowFate = 'anonymous' | 'removed' | 'left'

/** Tabs with rows about customers, in the order in which they are erased: the row that names the person goes last. */
export const personTabs = {
  orders: 'anonymous',
  opportunities: 'anonymous',
  goals: 'anonymous',
  interactions: 'removed',
  improvements: 'removed',
  answers: 'removed',
  complaints: 'removed',
  overrides: 'removed',
  roundProposals: 'removed',
  scoreParts: 'removed',
  tierHistory: 'removed',
  // Tells which customers were merged, so it goes as late as it can.
  changes: 'removed',
  customers: 'removed',
} as const satisfies Partial<Record<TabKind, RowFate>>
export type PersonTab = keyof typeof personTabs
export const personTabKinds = Object.keys(personTabs) as PersonTab[]

export type RowsOfPerson = {
  tab: TabHeader
  /** Where the rows name the person, from 0. */
  position: number
  /** From 1, top to bottom. */
  rows: number[]
}

/** The rows of the tab of a kind that are about a person; undefined where there is no such tab. */
export function rowsOfPerson(
  kind: PersonTab,
  { ids, called }: Pick<Person, 'ids' | 'called'>,
  find = tabFinder(),
): RowsOfPerson | undefined {
  const tab = findHeader(kind, find)
  const position = tab?.at[kind === 'goals' ? 'subject' : 'customerId']
  if (!tab || position === undefined) return undefined
  const rows = rowsNaming(tab, position, kind === 'customers' ? ids : called)
  return { tab, position, rows: kind === 'goals' ? ofCustomers(tab, rows) : rows }
}

/** Rows about a person in tabs that Tiersheet has no use for. */
export function rowsElsewhere({ called }: Pick<Person, 'called'>, find = tabFinder()): RowsOfPerson[] {
  const known = new Set(personTabKinds.flatMap((kind) => find(kind)?.getSheetId() ?? []))
  return visibleHeaders().flatMap(({ sheet, header }) => {
    const position = recognisedColumns(header, 'customers').customerId
    if (known.has(sheet.getSheetId()) || position === undefined) return []
    const tab = tabHeader('customers', sheet)
    const rows = rowsNaming(tab, position, called)
    return rows.length > 0 ? [{ tab, position, rows }] : []
  })
}

/** Whether these rows still name the person, read again: somebody may have sorted the tab. */
export function isStill({ tab, position }: RowsOfPerson, first: number, count: number, called: readonly string[]) {
  const cells = tab.sheet.getRange(first, position + 1, count, 1).getValues()
  return cells.every(([cell]) => called.includes(customerIdIn(cell)))
}

function rowsNaming({ sheet }: TabHeader, position: number, called: readonly string[]): number[] {
  const count = sheet.getLastRow() - 1
  if (count < 1) return []
  const wanted = new Set(called)
  const cells = sheet.getRange(2, position + 1, count, 1).getValues()
  return cells.flatMap(([cell], at) => (wanted.has(customerIdIn(cell)) ? [at + 2] : []))
}

/** A goal can be about somebody of the staff who is called like a customer. */
function ofCustomers({ sheet, at }: TabHeader, rows: number[]): number[] {
  const position = at.subjectKind
  if (position === undefined) return []
  return rows.filter((row) => subjectKindIn(customerIdIn(sheet.getRange(row, position + 1).getValue())) === 'customer')
}
