/** Columns as runs that stand side by side, left to right: each run takes one write. @param columns In any order. */
export function neighbours<C extends { position: number }>(columns: readonly C[]): C[][] {
  const runs: C[][] = []
  for (const column of [...columns].sort((a, b) => a.position - b.position)) {
    const run = runs[runs.length - 1]
    if (run && run[run.length - 1]?.position === column.position - 1) run.push(column)
    else runs.push([column])
  }
  return runs
}
