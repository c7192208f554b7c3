import { askedFields } from './asked-fields.ts'
import type { EntryRule } from './entry-rule.ts'

/** Who it is, how to reach them and who looks after them: what a team that begins can fill in for everybody. */
const required = new Set(['customer', 'phone', 'owner'])

/** The rules before anyone has saved any: a rule for each field that is required or has a usual format. */
export function defaultEntryRules(): EntryRule[] {
  return askedFields()
    .map(({ field, format }) => ({ field, format, required: required.has(field), allowed: [] }))
    .filter((rule) => rule.required || rule.format !== '')
}
