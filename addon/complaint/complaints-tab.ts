import { fieldsOf, type TabField } from '../../core/tabs/tab-fields.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { findTab } from '../sheet/tabs/bound-tab.ts'
import { madeTab } from '../sheet/tabs/ensured-tab.ts'
import { markedTabs } from '../sheet/tabs/tab-marks.ts'
import { appendRows } from '../sheet/writing/append-rows.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { userMessages } from '../user-language.ts'

/** A complaint as its row shows it; times as instants, '' where there is none. */
export type ComplaintRow = Record<TabField<'complaints'>, string>

/** What a refresh did: rows brought up to date, added, and told to be closed since they are no longer listed. */
export type RefreshedTab = { tab: string; updated: number; added: number; left: number }

const times: readonly string[] = ['received', 'due', 'lastChange']

/**
 * Brings the tab of complaints up to date: each keeps its row and whatever a person put beside it, in one write; new
 * ones come below. One that is listed no more is closed, and stays until a person deletes its row.
 *
 * A tab that is only called so, such as an export of another desk, is left alone: a new one is made.
 */
export function refreshComplaintsTab(listed: readonly ComplaintRow[]): RefreshedTab {
  const tab = findTab('complaints', () => markedTabs().get('complaints')) ?? { ...madeTab('complaints'), rows: [] }
  const { cell, text } = rowReader(tab)
  const rowOf = new Map(listed.map((row) => [row.number, row]))
  const numbers = tab.rows.map((line) => text(line, 'number'))
  const known = new Set(numbers)
  const added = listed.filter(({ number }) => !known.has(number))
  const closed: Partial<ComplaintRow> = { state: userMessages().complaintForm.states.closed, due: '', clock: '' }
  const columns = fieldsOf('complaints').flatMap((field) => {
    if (field === 'number') return []
    const values = tab.rows.map((line, at): CellValue => {
      const row = rowOf.get(numbers[at] as string) ?? (numbers[at] ? closed : {})
      return row[field] === undefined ? cell(line, field) : cellOf(field, row[field])
    })
    return { field, values }
  })
  if (known.size > 0) writeFields(tab, columns, ['number'])
  appendRows(
    'complaints',
    added.map((row) => Object.fromEntries(fieldsOf('complaints').map((field) => [field, cellOf(field, row[field])]))),
  )
  const left = numbers.filter((number) => number && !rowOf.has(number)).length
  return { tab: tab.name, updated: listed.length - added.length, added: added.length, left }
}

function cellOf(field: string, text: string): CellValue {
  return text && times.includes(field) ? new Date(text) : text
}
