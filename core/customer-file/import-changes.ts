import type { FileChange } from './file-change.ts'
import type { ImportPlan } from './import-plan.ts'

/** Which columns a person lets an import fill where the file has nothing, and overwrite where it has something else. */
export type ImportDecisions = { fill: ReadonlySet<string>; overwrite: ReadonlySet<string> }

/** What an import changes, as decided: changed cells first, then the rows that it adds. */
export function importChanges({ added, changed }: ImportPlan, { fill, overwrite }: ImportDecisions): FileChange[] {
  const cells = changed.flatMap(({ id, cells }) =>
    cells.flatMap((cell): FileChange[] =>
      (String(cell.before).trim() === '' ? fill : overwrite).has(cell.key) ? [{ id, ...cell }] : [],
    ),
  )
  return [...cells, ...added.map(({ id, cells }): FileChange => ({ id, after: cells }))]
}
