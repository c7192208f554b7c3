import { askedFields } from './asked-fields.ts'
import type { EntryRule, EntryRules } from './entry-rule.ts'
import { ruleChanges } from './rule-changes.ts'

/** What turns a version's rules into those of the version before it: only what differs, since lists may be long. */
export type WayBack = { put: EntryRule[]; drop: string[]; strict: boolean }

export function wayBack(from: EntryRules, to: EntryRules): WayBack {
  const changes = ruleChanges(from.rules, to.rules)
  return {
    put: changes.flatMap(({ after }) => (after ? [after] : [])),
    drop: changes.flatMap(({ field, after }) => (after ? [] : [field])),
    strict: to.strict,
  }
}

/** The rules of the version before, in the order of the fields. */
export function wentBack({ rules }: EntryRules, { put, drop, strict }: WayBack): EntryRules {
  const replaced = new Set([...drop, ...put.map(({ field }) => field)])
  const all = [...rules.filter(({ field }) => !replaced.has(field)), ...put]
  const order = askedFields().map(({ field }) => field)
  return { rules: all.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field)), strict }
}
