import type { PlainCell } from '../../core/customer-file/customer-table.ts'
import { plainCells } from '../customer-file/plain-cells.ts'
import { columnLetters } from '../sheet/column-letters.ts'
import { rowsAt } from '../sheet/reading/rows-of-customer.ts'
import { tabFinder } from '../sheet/tabs/bound-tab.ts'
import { callApi } from '../workspace/api.ts'
import { requiredConnection } from '../workspace/connection.ts'
import { person } from './person.ts'
import { personTabKinds, rowsElsewhere, rowsOfPerson } from './person-tabs.ts'

/** Rows by tab, each with what its columns are called; blank cells are left out. */
export type ExportedRows = Record<string, Record<string, PlainCell>[]>

/** A page of what the backend holds: some of one part, `next` where there is more. */
export type ExportedPage = {
  customer?: unknown
  answers?: unknown[]
  links?: unknown[]
  complaints?: unknown[]
  next?: string
}

/** Every row about a customer, in whatever tab. @throws InputError `missingTab`, `customerGone` */
export function exportedRows(id: string): ExportedRows {
  const who = person(id)
  const find = tabFinder()
  const plain = plainCells()
  const own = personTabKinds.flatMap((kind) => rowsOfPerson(kind, who, find) ?? [])
  const found = [...own.reverse(), ...rowsElsewhere(who, find)].filter(({ rows }) => rows.length > 0)
  return Object.fromEntries(
    found.map(({ tab, rows }) => {
      const names = columnNames(tab.header)
      const told = rowsAt(tab, rows).map((row) =>
        Object.fromEntries(row.flatMap((cell, at) => (cell === '' ? [] : [[names[at] as string, plain(cell)]]))),
      )
      return [tab.name, told]
    }),
  )
}

/** The next page of what the backend holds under an id. @throws InputError `notConnected` */
export function exportedPage(customerId: string, cursor: string): ExportedPage {
  const path = `/v1/workspaces/${requiredConnection().workspaceId}/customers/export`
  const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''
  const operationId = Utilities.getUuid()
  return callApi({ method: 'post', path: `${path}${query}`, body: { customerId }, operationId })
}

/** What columns are called; those without a header, or with that of another, also by their letters. */
function columnNames(header: readonly string[]): string[] {
  return header.map((name, at) =>
    name && header.indexOf(name) === at ? name : `${name} ${columnLetters(at + 1)}`.trim(),
  )
}
