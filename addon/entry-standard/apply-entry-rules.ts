import type { EntryRule, EntryStandard } from '../../core/entry-standard/entry-rule.ts'
import { en } from '../../core/messages/en.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { columnLetters } from '../sheet/column-letters.ts'
import { addColumns } from '../sheet/tabs/add-columns.ts'
import type { TabHeader } from '../sheet/tabs/bound-tab.ts'
import { writeNotes } from '../sheet/writing/write-cells.ts'
import { userMessages } from '../user-language.ts'
import { columnLabel } from './entry-setup.ts'

type Rule = GoogleAppsScript.Spreadsheet.DataValidation

/** The list of the cell itself has all of them. */
const MOST_NAMED = 8

/**
 * Puts rules onto the columns of the customer tab: what a cell may hold as data validation, and what is asked as the
 * note of the heading. Columns that are missing are added.
 *
 * @param before The rules until now: columns that they ruled and these do not are free again.
 * @returns The tab as it is then, and how many columns were added.
 */
export function applyEntryRules(tab: TabHeader, standard: EntryStandard, before: readonly EntryRule[]) {
  const missing = standard.rules.map(({ field }) => field).filter((field) => tab.at[field] === undefined)
  const wider = addColumns(tab, missing)
  const rows = Math.max(1, wider.sheet.getMaxRows() - 1)
  const ruled = new Map(standard.rules.map((rule) => [rule.field, rule]))
  for (const { field } of before) {
    if (!ruled.has(field) && wider.at[field] !== undefined) column(wider, field, rows).clearDataValidations()
  }
  for (const rule of standard.rules) {
    const range = column(wider, rule.field, rows)
    const validation = validationOf(rule, wider, standard.strict)
    if (validation) range.setDataValidation(validation)
    else range.clearDataValidations()
  }
  noteHeadings(wider, ruled)
  return { tab: wider, added: missing.length }
}

function column(tab: TabHeader, field: string, rows: number): GoogleAppsScript.Spreadsheet.Range {
  return tab.sheet.getRange(2, (tab.at[field] as number) + 1, rows, 1)
}

function validationOf(rule: EntryRule, tab: TabHeader, isStrict: boolean): Rule | undefined {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(!isStrict).setHelpText(helpText(rule, tab))
  switch (rule.format) {
    case 'list':
      return builder.requireValueInList(rule.allowed, true).build()
    case 'email':
      return builder.requireTextIsEmail().build()
    case 'date':
      return builder.requireDate().build()
    case 'number':
      return builder.requireNumberBetween(-1e15, 1e15).build()
    case 'phone':
      return builder
        .requireFormulaSatisfied(phoneFormula(`${columnLetters((tab.at[rule.field] as number) + 1)}2`))
        .build()
    default:
      return undefined
  }
}

/** Six digits or more: the check afterwards is stricter than a formula can be. */
function phoneFormula(cell: string): string {
  return `=LEN(REGEXREPLACE(${cell}&"", "[^0-9０-９]", ""))>5`
}

/** What the column takes, in one sentence: Sheets shows it where it refuses an entry. */
function helpText({ field, required, format, allowed }: EntryRule, tab: TabHeader): string {
  const { help } = userMessages().entryForm
  const column = columnLabel(tab, field)
  if (format === 'list')
    return help.list({ column, required, values: allowed.slice(0, MOST_NAMED), of: allowed.length })
  return help[format === '' ? 'any' : format]({ column, required })
}

/** Notes of the add-on's own are made anew; a person's note stays. */
function noteHeadings(tab: TabHeader, ruled: ReadonlyMap<string, EntryRule>): void {
  const range = tab.sheet.getRange(1, 1, 1, tab.header.length)
  const [notes = []] = range.getNotes()
  const fieldAt = new Map(Object.entries(tab.at).map(([field, position]) => [position, field]))
  const own = [en, zhCN].map(({ entryForm }) => entryForm.note)
  const next = notes.map((note, position) => {
    const rule = ruled.get(fieldAt.get(position) ?? '')
    if (note && !own.some((prefix) => note.startsWith(prefix))) return note
    return rule ? `${userMessages().entryForm.note}${helpText(rule, tab)}` : ''
  })
  if (next.some((note, position) => note !== notes[position])) writeNotes(range, [next])
}
