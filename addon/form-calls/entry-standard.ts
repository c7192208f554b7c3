import type { EntryRules } from '../../core/entry-standard/entry-rule.ts'
import { applyEntryRules } from '../entry-standard/apply-entry-rules.ts'
import { checkedRows, type EntryReport, entryReport } from '../entry-standard/entry-report.ts'
import { columnValues, type EntrySetup, entrySetup as setUp } from '../entry-standard/entry-setup.ts'
import { earlierStandards, entryStandard, keepEntryRules } from '../entry-standard/kept-entry-standard.ts'
import { requiredField, requiredHeader, requiredTab } from '../sheet/tabs/bound-tab.ts'
import { writeFields } from '../sheet/writing/write-fields.ts'
import { knownStandards } from '../tiering/known-standards.ts'
import { inWords } from '../user-language.ts'

/** What the form about the entry standard begins with. */
export function entrySetup(): EntrySetup {
  return inWords(() => setUp(requiredHeader('customers'), entryStandard(), earlierStandards()))
}

/** The texts that a field's column holds, the most frequent first. */
export function entryValues(field: string): string[] {
  return inWords(() => columnValues(field))
}

/** Keeps rules and puts them onto the customer tab. */
export function applyEntryStandard(rules: EntryRules, version: number): EntrySetup & { added: number } {
  return inWords(() => {
    const header = requiredHeader('customers')
    const before = entryStandard()
    const standard = keepEntryRules(rules, version)
    const { tab, added } = applyEntryRules(header, standard, before.version === 0 ? [] : before.rules)
    return { ...setUp(tab, standard, earlierStandards()), added }
  })
}

/** Counts what the customer tab lacks and what of it is wrong; writes nothing. */
export function checkEntries(): EntryReport {
  return inWords(() => {
    const tab = requiredTab('customers')
    requiredField(tab, 'customerId')
    return entryReport(tab, entryStandard(), knownStandards()[0]?.tierOrder ?? [])
  })
}

/** Writes each customer's completeness into its column. */
export function writeCompleteness(): { sheet: string; customers: number } {
  return inWords(() => {
    const tab = requiredTab('customers')
    requiredField(tab, 'customerId')
    const rows = checkedRows(tab, entryStandard().rules)
    const shares = new Map(rows.map(({ row, share }) => [row, share]))
    writeFields(tab, [{ field: 'completeness', values: tab.rows.map((_, row) => shares.get(row) ?? '') }])
    return { sheet: tab.name, customers: rows.length }
  })
}
