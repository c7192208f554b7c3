import { type DaySpan, daySpan } from './day-span.ts'
import { type ConditionTree, isGroup } from './statistic.ts'

/**
 * Days outside of which no row can meet the conditions, so that nothing else has to be read.
 *
 * Only what must hold narrows them: conditions under "any" or "none" do not.
 */
export function dayBounds(tree: ConditionTree, field: string, today: number): DaySpan {
  const open = { from: -Infinity, to: Infinity }
  if (!isGroup(tree)) return (tree.field === field ? daySpan(tree, today) : undefined) ?? open
  const isOne = tree.of.length === 1 && tree.every === 'any'
  if (tree.every !== 'all' && !isOne) return open
  return tree.of
    .map((each) => dayBounds(each, field, today))
    .reduce((a, b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }), open)
}
