import { sourceRank } from '../../core/customer-file/source-rank.ts'
import { localTime } from '../sheet/local-time.ts'
import { findHeader, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { apartCustomers } from './apart-customers.ts'
import { customerColumns, type TabColumn } from './customer-columns.ts'
import { type ActionState, fileActions } from './file-actions.ts'

/** What of an action a person sees. */
export type ShownAction = {
  id: string
  kind: 'import' | 'merge'
  at: string
  by: string
  what: string
  state: ActionState
  recorded: number
  made: number
}

/** What the form about the customer file begins with. */
export type CustomerFileSetup = {
  /** Undefined where there is no customer tab yet; an import makes it. */
  customers: { name: string; rows: number; columns: TabColumn[] } | null
  /** The other tabs, which can be imported, those that look most like customers first; `fits` where one does at all. */
  sources: { name: string; header: string[]; rows: number; fits: boolean }[]
  actions: ShownAction[]
  apart: [string, string][]
}

export function customerFileSetup(): CustomerFileSetup {
  const tab = findHeader('customers')
  const rowsIn = (sheet: GoogleAppsScript.Spreadsheet.Sheet) => Math.max(0, sheet.getLastRow() - 1)
  return {
    customers: tab ? { name: tab.name, rows: rowsIn(tab.sheet), columns: customerColumns(tab) } : null,
    sources: visibleHeaders()
      .filter(({ name, header }) => name !== tab?.name && header.some((text) => text !== ''))
      .map(({ sheet, name, header }) => ({ sheet, name, header, rank: sourceRank(header) }))
      .sort((a, b) => b.rank - a.rank)
      .map(({ sheet, name, header, rank }) => ({ name, header, rows: rowsIn(sheet), fits: rank > 0 })),
    actions: fileActions().map(({ id, kind, at, by, what, state, recorded, made }) => ({
      ...{ id, kind, at: localTime(at), by, what, state, recorded, made },
    })),
    apart: apartCustomers(),
  }
}
