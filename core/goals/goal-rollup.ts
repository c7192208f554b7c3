import { InputError } from '../input-error.ts'
import { positions } from '../positions.ts'

/** Goals as columns of equal length; a goal without parent is a root, and there may be several. */
export type GoalTree = {
  ids: readonly (string | number | undefined)[]
  parents: readonly (string | number | undefined)[]
  /** 0 or more, among the parts of one goal: all or none of them have one. */
  weights: readonly (number | undefined)[]
  progress: readonly (number | undefined)[]
}

/**
 * The progress of each goal: a leaf keeps its own, a parent has the weighted mean of its parts.
 *
 * Parts without any weights count alike. A part whose progress is blank is left out and the other weights are
 * renormalised; where nothing that counts has progress, the parent has none. A parent's own progress is not looked at.
 * Progress is not held to 0..1. The order of rows does not matter, and no depth is too deep.
 *
 * @param firstRow The number of the first row in messages.
 * @throws InputError `nameTwice`, `notInList`, `goalCircle`, `goalWeightMissing`, `goalWeightsAllZero`.
 */
export function goalRollup({ ids, parents, weights, progress }: GoalTree, firstRow = 1): (number | undefined)[] {
  const parentOf = parentRows(ids, parents, firstRow)
  const partsOf: number[][] = ids.map(() => [])
  parentOf.forEach((parent, row) => {
    if (parent !== undefined) partsOf[parent]?.push(row)
  })
  const rolled = [...progress]
  for (const row of partsFirst(parentOf, partsOf, firstRow)) {
    const parts = partsOf[row] as number[]
    if (parts.length === 0) continue
    const own = weightsOf(parts, weights, firstRow)
    if (own.every((weight) => weight === 0)) throw new InputError('goalWeightsAllZero', { row: row + firstRow })
    rolled[row] = weightedMean(
      parts.map((part) => rolled[part]),
      own,
    )
  }
  return rolled
}

function parentRows(ids: GoalTree['ids'], parents: GoalTree['parents'], firstRow: number): (number | undefined)[] {
  const rowOf = positions(ids, 'ids', firstRow)
  return parents.map((parent, i) => {
    if (parent === undefined) return undefined
    const row = rowOf.get(`${parent}`)
    if (row !== undefined) return row
    throw new InputError('notInList', { argument: 'parents', text: `${parent}`, row: i + firstRow, list: 'ids' })
  })
}

/** All rows, each after its parts. What is left when no row is free any more are circles, and nothing else. */
function partsFirst(parentOf: (number | undefined)[], partsOf: number[][], firstRow: number): number[] {
  const waitingFor = partsOf.map((parts) => parts.length)
  const ordered: number[] = []
  waitingFor.forEach((parts, row) => {
    if (parts === 0) ordered.push(row)
  })
  for (const row of ordered) {
    const parent = parentOf[row]
    if (parent === undefined) continue
    const parts = (waitingFor[parent] as number) - 1
    waitingFor[parent] = parts
    if (parts === 0) ordered.push(parent)
  }
  const row = waitingFor.findIndex((parts) => parts > 0)
  if (row !== -1) throw new InputError('goalCircle', { row: row + firstRow })
  return ordered
}

function weightsOf(parts: number[], weights: GoalTree['weights'], firstRow: number): number[] {
  const given = parts.map((part) => weights[part])
  if (given.every((weight) => weight === undefined)) return given.map(() => 1)
  return given.map((weight, i) => {
    if (weight !== undefined) return weight
    throw new InputError('goalWeightMissing', { argument: 'weights', row: (parts[i] as number) + firstRow })
  })
}

function weightedMean(values: (number | undefined)[], weights: number[]): number | undefined {
  let sum = 0
  let total = 0
  values.forEach((value, i) => {
    if (value === undefined) return
    sum += value * (weights[i] as number)
    total += weights[i] as number
  })
  return total > 0 ? sum / total : undefined
}
