import { customerKeys } from '../../core/customer-file/customer-finder.ts'
import type { Column } from '../../core/customer-file/customer-table.ts'
import { localTime } from '../sheet/local-time.ts'
import { findHeader, visibleHeaders } from '../sheet/tabs/bound-tab.ts'
import { type KeptImport, keptImports } from './kept-import.ts'

/** A tab that rows can be imported from; `id` is its own, and `rows` are those under its header. */
export type ImportTab<P = unknown> = {
  id: number
  name: string
  header: string[]
  rows: number
  kept: KeptImport<P> | null
}

export type ImportTabs<P> = {
  tabs: ImportTab<P>[]
  /** The columns by which the customer file tells customers apart; null where there is none. */
  customers: { columns: Column[] } | null
}

/** The tabs beside the customer file, with what they remember of being imported into something, and where that file is. */
export function importTabs<P>(into: string): ImportTabs<P> {
  const customers = findHeader('customers')
  const kept = keptImports<P>(into)
  const tabs = visibleHeaders().filter(({ name, header }) => name !== customers?.name && header.some(Boolean))
  return {
    tabs: tabs.map(({ sheet, name, header }) => {
      const id = sheet.getSheetId()
      return { id, name, header, rows: Math.max(0, sheet.getLastRow() - 1), kept: inLocalTime(kept.get(id)) }
    }),
    customers: customers
      ? {
          columns: customerKeys.flatMap((key) =>
            customers.at[key] === undefined ? [] : [{ key, type: 'text' as const }],
          ),
        }
      : null,
  }
}

function inLocalTime<P>(kept: KeptImport<P> | undefined): KeptImport<P> | null {
  return kept ? { ...kept, open: kept.open && { ...kept.open, at: localTime(kept.open.at) } } : null
}
