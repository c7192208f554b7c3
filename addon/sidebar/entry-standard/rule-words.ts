import type { EntryRule, EntryRules } from '../../../core/entry-standard/entry-rule.ts'
import { ruleChanges } from '../../../core/entry-standard/rule-changes.ts'
import { messages } from '../kit/language.ts'

const text = messages.entryForm
/** A version's line stays one to read. */
const MOST_VALUES = 8

/** A rule in a few words: `Required · Phone number`. */
export function inBrief(rule: EntryRule | undefined): string {
  if (!rule || (!rule.required && rule.format === '')) return text.noRule
  const { required, format } = rule
  const words = [required ? text.required : text.optional, ...(format === '' ? [] : [text.formats[format]])]
  return words.join(' · ')
}

/** What differs between two versions, each difference in words. */
export function changeLines(before: EntryRules, after: EntryRules, labelOf: (field: string) => string): string[] {
  const lines = ruleChanges(before.rules, after.rules).flatMap((change) => {
    const field = labelOf(change.field)
    const [was, is] = [inBrief(change.before), inBrief(change.after)]
    const added = without(change.after, change.before)
    const removed = without(change.before, change.after)
    return [
      ...(was === is ? [] : [text.changed({ field, before: was, after: is })]),
      ...(added.length > 0 ? [text.listAdded({ field, values: added })] : []),
      ...(removed.length > 0 ? [text.listRemoved({ field, values: removed })] : []),
    ]
  })
  return before.strict === after.strict ? lines : [...lines, text.refuses(after.strict)]
}

/** The values of one list that the other lacks; of many the first, and that there are more. */
function without(one: EntryRule | undefined, other: EntryRule | undefined): string[] {
  const values = (one?.allowed ?? []).filter((value) => !other?.allowed.includes(value))
  return values.length > MOST_VALUES ? [...values.slice(0, MOST_VALUES), '…'] : values
}
