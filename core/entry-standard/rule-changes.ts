import { askedFields } from './asked-fields.ts'
import type { EntryRule } from './entry-rule.ts'

/** What became of one field's rule; undefined is no rule. */
export type RuleChange = { field: string; before: EntryRule | undefined; after: EntryRule | undefined }

/** The fields whose rules differ, in the order of the customer tab. */
export function ruleChanges(before: readonly EntryRule[], after: readonly EntryRule[]): RuleChange[] {
  return askedFields().flatMap(({ field }) => {
    const [was, is] = [before, after].map((rules) => rules.find((rule) => rule.field === field))
    return isSame(was, is) ? [] : [{ field, before: was, after: is }]
  })
}

function isSame(one: EntryRule | undefined, other: EntryRule | undefined): boolean {
  if (!one || !other) return one === other
  const { required, format, allowed } = one
  return (
    required === other.required && format === other.format && JSON.stringify(allowed) === JSON.stringify(other.allowed)
  )
}
