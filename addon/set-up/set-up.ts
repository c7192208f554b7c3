import { InputError } from '../../core/input-error.ts'
import { type TeamTab, teamTabs } from '../../core/tabs/needed-fields.ts'
import { fieldsOf } from '../../core/tabs/tab-fields.ts'
import { sheetNamed } from '../sheet/reading/table.ts'
import { findHeader, headerOf, tabFinder, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { madeTab } from '../sheet/tabs/ensured-tab.ts'
import { markColumns, markTab, markWithoutTab } from '../sheet/tabs/tab-marks.ts'
import { checkChoice } from './check-choice.ts'
import { numberCustomers } from './number-customers.ts'

/** A tab of the team with the position from 0 of each field; `sheet` is '' for none, or for one that is to be made. */
export type TabChoice = { kind: TeamTab; sheet: string; make: boolean; columns: Record<string, number> }

/** What the form begins with: every tab's header, and which of them hold what, as marked or as they look. */
export type SetUp = { sheets: { name: string; header: string[] }[]; choices: TabChoice[] }

/** What was done: the tabs that were made, and how many customers were given an id. */
export type SetUpDone = { made: string[]; numbered: number }

/** The place of a field that is to get a column of its own: customers without ids. */
export const NEW_COLUMN = -1

export function setUp(): SetUp {
  const find = tabFinder()
  return {
    sheets: visibleHeaders().map(({ name, header }) => ({ name, header })),
    choices: teamTabs.map((kind) => {
      const tab = findHeader(kind, find)
      if (!tab) return { kind, sheet: '', make: kind === 'customers', columns: {} }
      return { kind, sheet: tab.name, make: false, columns: tab.at }
    }),
  }
}

/**
 * Makes the tabs that are wanted, and remembers which columns of the team's own tabs hold what.
 *
 * @throws InputError `missingSheet`, `missingColumn`, `columnTwice`, `tabTwice`; nothing is made or marked then.
 */
export function saveSetUp(choices: TabChoice[]): SetUpDone {
  const own = choices.filter(({ sheet }) => sheet !== '')
  own.forEach(({ sheet }, index) => {
    if (own.findIndex((other) => other.sheet === sheet) < index) throw new InputError('tabTwice', { sheet })
  })
  const bound = own.map((choice) => {
    const sheet = sheetNamed(choice.sheet)
    const header = headerOf(sheet)
    checkChoice(choice, header)
    return { ...choice, sheet, header }
  })
  let numbered = 0
  for (const { kind, sheet, header, columns } of bound) {
    const fields: string[] = fieldsOf(kind)
    const without = fields.filter((field) => columns[field] === undefined)
    markTab(sheet, kind, without)
    const placed = Object.fromEntries(Object.entries(columns).filter(([, position]) => position !== NEW_COLUMN))
    markColumns(sheet, kind, header, placed)
    if (columns.customerId === NEW_COLUMN) numbered += numberCustomers(kind, sheet)
  }
  const find = tabFinder()
  for (const { kind, sheet, make } of choices) if (sheet === '' && !make && find(kind)) markWithoutTab(kind)
  const made = choices.filter(({ sheet, make }) => make && sheet === '').map(({ kind }) => madeTab(kind).name)
  return { made, numbered }
}
