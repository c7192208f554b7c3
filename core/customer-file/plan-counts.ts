import type { ImportDecisions } from './import-changes.ts'
import type { ImportPlan } from './import-plan.ts'

/** How many cells of a column an import would fill, and how many it would overwrite. */
export type ColumnCounts = { key: string; fill: number; overwrite: number }

/** The columns of customers that an import would change, in order of appearance. */
export function columnCounts({ changed }: ImportPlan): ColumnCounts[] {
  const counts = new Map<string, ColumnCounts>()
  for (const { cells } of changed) {
    for (const { key, before } of cells) {
      const count = counts.get(key) ?? { key, fill: 0, overwrite: 0 }
      if (String(before).trim() === '') count.fill++
      else count.overwrite++
      counts.set(key, count)
    }
  }
  return [...counts.values()]
}

/** What an import does as decided: customers added, cells filled, cells overwritten. */
export function decidedCounts(
  plan: ImportPlan,
  { fill, overwrite }: ImportDecisions,
): { added: number; fill: number; overwrite: number } {
  const columns = columnCounts(plan)
  const sum = (of: 'fill' | 'overwrite', decided: ReadonlySet<string>) =>
    columns.reduce((total, count) => total + (decided.has(count.key) ? count[of] : 0), 0)
  return { added: plan.added.length, fill: sum('fill', fill), overwrite: sum('overwrite', overwrite) }
}
