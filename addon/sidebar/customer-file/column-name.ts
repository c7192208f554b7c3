import type { TabColumn } from '../../customer-file/customer-columns.ts'
import { messages } from '../kit/language.ts'

/** What a column is called in the tab; where it is not there yet, what it will be called. */
export function columnName(key: string, columns: readonly TabColumn[]): string {
  const known = columns.find((column) => column.key === key)
  const words: Record<string, string> = messages.tabs.customers.headers
  return known?.header ?? words[key] ?? key.replace(/^column:/, '')
}
