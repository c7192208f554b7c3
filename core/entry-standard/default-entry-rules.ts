import { askedFields } from './asked-fields.ts'
import type { EntryRule } from './entry-rule.ts'

/** Who it is and how to reach them, then what every customer file should know of its customers. */
const required = new Set([
  ...['customer', 'customerType', 'phone', 'source', 'owner'],
  ...['industry', 'condition', 'competitors', 'verified'],
])

/** The rules before anyone has saved any: a rule for each field that is required or has a usual format. */
export function defaultEntryRules(): EntryRule[] {
  return askedFields()
    .map(({ field, format }) => ({ field, format, required: required.has(field), allowed: [] }))
    .filter((rule) => rule.required || rule.format !== '')
}
