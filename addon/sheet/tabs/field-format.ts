import { type FieldType, type TabKind, tabFields } from '../../../core/tabs/tab-fields.ts'
import { TEXT_FORMAT } from '../writing/safe-text.ts'

/** How a column of each type shows what it holds. */
export const formats: Record<FieldType, string> = {
  text: TEXT_FORMAT,
  number: '0.##',
  money: '#,##0.00',
  percent: '0%',
  date: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
}

/** The number format of a field's column; scores have one decimal, and what a kind does not know is text. */
export function fieldFormat(kind: TabKind, field: string): string {
  if (/^score(:|$)/.test(field)) return '0.0'
  const types: Record<string, FieldType> = tabFields[kind]
  return formats[types[field] ?? 'text']
}
