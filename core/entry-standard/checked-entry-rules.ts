import { InputError } from '../input-error.ts'
import { askedFields } from './asked-fields.ts'
import { type EntryRule, entryFormats } from './entry-rule.ts'

/** The most values that Sheets takes in a rule of its own, and the longest that is still one choice. */
const MOST_VALUES = 500
const LONGEST_VALUE = 100

/** What would be entered as a formula where somebody picks it from the list. */
const startsFormula = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠']/u

/**
 * Rules as they can be kept: in the order of the fields, allowed values without outer spaces, blanks and repetitions,
 * without the fields of which nothing is asked.
 *
 * @param words What each field is called, for messages.
 * @throws InputError `entryFieldUnknown`, `entryListBlank`, `entryListLong`, `entryValueLong`, `entryValueFormula`.
 */
export function checkedEntryRules(rules: readonly EntryRule[], words: Readonly<Record<string, string>>): EntryRule[] {
  const order = askedFields().map(({ field }) => field)
  for (const { field } of rules) {
    if (!order.includes(field)) throw new InputError('entryFieldUnknown', { field })
  }
  return order.flatMap((field) => {
    const rule = rules.find((each) => each.field === field)
    if (!rule || (!rule.required && rule.format === '')) return []
    return [checked(rule, words[field] ?? field)]
  })
}

function checked({ field, required, format, allowed }: EntryRule, column: string): EntryRule {
  if (!entryFormats.includes(format)) throw new InputError('entryFieldUnknown', { field: format })
  const values = format === 'list' ? [...new Set(allowed.map((value) => String(value).trim()))].filter(Boolean) : []
  if (format === 'list' && values.length === 0) throw new InputError('entryListBlank', { column })
  if (values.length > MOST_VALUES) throw new InputError('entryListLong', { column, most: MOST_VALUES })
  for (const text of values) {
    if (text.length > LONGEST_VALUE)
      throw new InputError('entryValueLong', { column, text: text.slice(0, 30), most: LONGEST_VALUE })
    if (startsFormula.test(text)) throw new InputError('entryValueFormula', { column, text })
  }
  return { field, required: required === true, format, allowed: values }
}
