import { countedFields } from '../tabs/program-fields.ts'
import { fieldsOf, tabFields } from '../tabs/tab-fields.ts'
import type { EntryFormat } from './entry-rule.ts'

const unasked = new Set(['customerId', ...countedFields])

/** The fields of the customer tab that people enter, in their order, each with the format that is usual for it. */
export function askedFields(): { field: string; format: EntryFormat }[] {
  const types: Record<string, string> = tabFields.customers
  return fieldsOf('customers')
    .filter((field) => !unasked.has(field))
    .map((field) => ({ field, format: usualFormat(field, types[field]) }))
}

function usualFormat(field: string, type: string | undefined): EntryFormat {
  if (field === 'email' || field === 'phone') return field
  return type === 'date' || type === 'number' ? type : ''
}
