import { fieldsOf, tabFields } from '../tabs/tab-fields.ts'
import type { EntryFormat } from './entry-rule.ts'

/** What programs write: nobody enters it. */
const counted = new Set([
  ...['customerId', 'lastContact', 'score', 'tier', 'latestNps', 'satisfaction', 'lastAnswer', 'complaints'],
  ...['lifecycleStage', 'valueClass', 'completeness'],
])

/** The fields of the customer tab that people enter, in their order, each with the format that is usual for it. */
export function askedFields(): { field: string; format: EntryFormat }[] {
  const types: Record<string, string> = tabFields.customers
  return fieldsOf('customers')
    .filter((field) => !counted.has(field))
    .map((field) => ({ field, format: usualFormat(field, types[field]) }))
}

function usualFormat(field: string, type: string | undefined): EntryFormat {
  if (field === 'email' || field === 'phone') return field
  return type === 'date' || type === 'number' ? type : ''
}
