import { goalRollup } from './goal-rollup.ts'

export type TreeGoal = {
  id: string
  parent: string
  weight: number | undefined
  /** Its own progress, which counts where it has no parts. */
  progress: number | undefined
}

/** A goal's place in the tree: its row in the list, how deep it is, and its progress with that of its parts. */
export type TreePlace = { row: number; depth: number; parts: number; progress: number | undefined }

/**
 * Goals as a tree, each followed by its parts in the order of the list, with the progress that `goalRollup` gives.
 *
 * @param firstRow The number of the first row in messages.
 * @throws InputError as `goalRollup` does; a circle and an unknown parent name their row.
 */
export function goalTree(goals: readonly TreeGoal[], firstRow = 1): TreePlace[] {
  const blankless = (text: string) => (text === '' ? undefined : text)
  const progress = goalRollup(
    {
      ids: goals.map(({ id }) => blankless(id)),
      parents: goals.map(({ parent }) => blankless(parent)),
      weights: goals.map(({ weight }) => weight),
      progress: goals.map((goal) => goal.progress),
    },
    firstRow,
  )
  const partsOf = new Map<string, number[]>()
  goals.forEach(({ parent }, row) => {
    const parts = partsOf.get(parent)
    if (parts) parts.push(row)
    else partsOf.set(parent, [row])
  })
  const ordered: TreePlace[] = []
  const left = (partsOf.get('') ?? []).map((row) => ({ row, depth: 0 })).reverse()
  for (let next = left.pop(); next; next = left.pop()) {
    const { row, depth } = next
    const id = goals[row]?.id ?? ''
    const parts = id === '' ? [] : (partsOf.get(id) ?? [])
    ordered.push({ row, depth, parts: parts.length, progress: progress[row] })
    for (const part of [...parts].reverse()) left.push({ row: part, depth: depth + 1 })
  }
  return ordered
}
