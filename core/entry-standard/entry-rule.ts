/** What a field's cells must be; '' is anything. `list` is one of the allowed values. */
export type EntryFormat = '' | 'phone' | 'email' | 'date' | 'number' | 'list'

/** What the team asks of one field of the customer tab. */
export type EntryRule = { field: string; required: boolean; format: EntryFormat; allowed: string[] }

/** The rules in force. Where they are strict, the sheet refuses what breaks one; else it marks the cell. */
export type EntryRules = { rules: EntryRule[]; strict: boolean }

/** Rules with who saved them and when (an ISO instant); version 0 is the default, which nobody saved. */
export type EntryStandard = EntryRules & { version: number; savedAt: string; savedBy: string }

export const entryFormats: readonly EntryFormat[] = ['', 'phone', 'email', 'date', 'number', 'list']
