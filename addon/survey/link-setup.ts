import { languageColumn } from '../../core/survey/links/link-language.ts'
import type { Question } from '../../core/survey/question.ts'
import type { Texts } from '../../core/survey/texts-schema.ts'
import { customerIdIn } from '../sheet/reading/customer-id.ts'
import type { CellValue } from '../sheet/reading/table.ts'
import { findHeader } from '../sheet/tabs/bound-tab.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { customersTab, isLinkOf, linkField, linkHeader, selectedTab } from './link-columns.ts'

/** Customers that are told apart by a value of their tab: of a tier, an owner, a segment. */
export type LinkGroup = { field: 'tier' | 'owner' | 'segment'; header: string; values: { value: string; n: number }[] }

/** What the form for links begins with. */
export type LinkSetup = {
  title: Texts
  questions: Question[]
  /** Of the customer tab: its customers and headings, the column that the links go into and the one of languages; null where there is none. */
  customers: { n: number; groups: LinkGroup[]; column: string; headers: string[]; languages: string } | null
}

/** The selected customers; of the first, by name, the link that the tab has. */
export type LinkSelection = { ids: string[]; first: { id: string; name: string; link: string } | null }

const FIELDS = ['tier', 'owner', 'segment'] as const
const MOST_SELECTED = 5000
/** Rows that are asked about one by one in a call. */
const SHOWN_PAGE = 2000

/** @throws InputError `notConnected`, `backendAway`. */
export function linkSetup(surveyId: string): LinkSetup {
  const { workspaceId } = requiredConnection()
  const path = `/v1/workspaces/${workspaceId}/surveys/${surveyId}`
  const { title, questions } = callApi<{ title: Texts; questions: Question[] }>({ method: 'get', path })
  const tab = findHeader('customers')
  if (!tab || tab.at.customerId === undefined) return { title, questions, customers: null }
  const rows = Math.max(0, tab.sheet.getLastRow() - 1)
  const cells = (position: number): CellValue[] =>
    rows === 0
      ? []
      : tab.sheet
          .getRange(2, position + 1, rows, 1)
          .getValues()
          .map(([cell]) => cell as CellValue)
  const isCustomer = cells(tab.at.customerId).map((cell) => customerIdIn(cell) !== '')
  const groups = FIELDS.flatMap((field) => {
    const position = tab.at[field]
    if (position === undefined) return []
    const values = counted(cells(position).filter((_, row) => isCustomer[row]))
    return [{ field, header: tab.header[position] as string, values }]
  })
  const n = isCustomer.filter(Boolean).length
  const column = linkHeader(tab, surveyId, typeof title === 'string' ? title : (Object.values(title)[0] ?? ''))
  return {
    title,
    questions,
    customers: { n, groups, column, headers: tab.header, languages: tab.header[languageColumn(tab.header)] ?? '' },
  }
}

/** The customers of the selected rows, up to 5,000. */
export function linkSelection(surveyId: string): LinkSelection {
  const tab = selectedTab()
  const range = SpreadsheetApp.getActiveRange()
  if (!tab || !range) return { ids: [], first: null }
  const first = Math.max(2, range.getRow())
  const last = Math.min(tab.sheet.getLastRow(), range.getRow() + range.getNumRows() - 1, first + MOST_SELECTED - 1)
  if (last < first) return { ids: [], first: null }
  const rows = tab.sheet.getRange(first, 1, last - first + 1, tab.header.length).getValues() as CellValue[][]
  const cell = (row: CellValue[], field: string) => customerIdIn(row[tab.at[field] ?? -1] ?? '')
  const found = rows.filter((row) => cell(row, 'customerId') !== '')
  const ids = [...new Set(found.map((row) => cell(row, 'customerId')))]
  const link = found[0] ? cell(found[0], linkField(surveyId)) : ''
  const { workspaceId } = requiredConnection()
  return {
    ids,
    first: found[0]
      ? {
          id: ids[0] as string,
          name: cell(found[0], 'customer'),
          link: isLinkOf(workspaceId, link) ? link : '',
        }
      : null,
  }
}

/**
 * The customers in one page of rows of the customer tab that its filter shows; a filter view of somebody's own is not
 * seen by scripts. Without a filter, all.
 *
 * @param from The page's first row, 0 being the one under the header.
 * @throws InputError `missingTab`, `missingColumn`.
 */
export function linkShown(from: number): { ids: string[]; next: number | null } {
  const { sheet, at } = customersTab()
  const rows = Math.max(0, Math.min(SHOWN_PAGE, sheet.getLastRow() - 1 - from))
  if (rows === 0) return { ids: [], next: null }
  const cells = sheet.getRange(from + 2, (at.customerId as number) + 1, rows, 1).getValues() as CellValue[][]
  const ids = cells.flatMap(([cell], row) => {
    const id = customerIdIn(cell as CellValue)
    return id !== '' && !sheet.isRowHiddenByFilter(from + row + 2) ? [id] : []
  })
  return { ids: [...new Set(ids)], next: from + rows < sheet.getLastRow() - 1 ? from + rows : null }
}

/** Distinct values with how often they come, the most frequent first. */
function counted(cells: readonly CellValue[]): { value: string; n: number }[] {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    const value = String(cell).trim()
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n)
}
