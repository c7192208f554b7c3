import { askedFields } from '../../core/entry-standard/asked-fields.ts'
import type { EntryFormat, EntryStandard } from '../../core/entry-standard/entry-rule.ts'
import { localTime } from '../sheet/local-time.ts'
import { requiredTab, type TabHeader } from '../sheet/tabs/bound-tab.ts'
import { userMessages } from '../user-language.ts'

/** A field that rules can be made for: what its column is called, or would be, and the format that is usual for it. */
export type AskedField = { field: string; label: string; hasColumn: boolean; format: EntryFormat }

/** What the form begins with; `earlier` are the versions before, the latest first, `savedAt` is in the spreadsheet's time zone. */
export type EntrySetup = { sheet: string; standard: EntryStandard; earlier: EntryStandard[]; fields: AskedField[] }

export function entrySetup(tab: TabHeader, standard: EntryStandard, earlier: readonly EntryStandard[]): EntrySetup {
  const here = (kept: EntryStandard) => ({ ...kept, savedAt: kept.savedAt && localTime(kept.savedAt) })
  const fields = askedFields().map(({ field, format }) => ({
    ...{ field, format },
    label: columnLabel(tab, field),
    hasColumn: tab.at[field] !== undefined,
  }))
  return { sheet: tab.name, standard: here(standard), earlier: earlier.map(here), fields }
}

/** What a field's column is called in the tab; where it has none, what it would be called. */
export function columnLabel(tab: TabHeader, field: string): string {
  const words: Record<string, string> = userMessages().tabs.customers.headers
  const position = tab.at[field]
  return (position === undefined ? undefined : tab.header[position]) || (words[field] ?? field)
}

const MOST_VALUES = 100

/** The texts in a field's column, the most frequent first; 100 at most. */
export function columnValues(field: string): string[] {
  const tab = requiredTab('customers')
  const position = tab.at[field]
  if (position === undefined) return []
  const counts = new Map<string, number>()
  for (const row of tab.rows) {
    const text = String(row[position] ?? '').trim()
    if (text) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  return byCount.slice(0, MOST_VALUES).map(([text]) => text)
}
