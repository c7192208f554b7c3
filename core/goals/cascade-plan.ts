import type { SubjectKind } from './goal-draft.ts'
import { exactSum, splitTarget } from './split-target.ts'

/** How a target comes to its parts: split alike or by a figure of each, or the same for each. */
export const cascadeWays = ['equal', 'customers', 'revenue', 'baseline', 'same'] as const
export type CascadeWay = (typeof cascadeWays)[number]

/** One of those that a goal may be handed on to, with what it can be split by; undefined where that is not known. */
export type CascadeSubject = {
  name: string
  customers: number
  revenue: number | undefined
  /** Its figure of the goal's measure so far. */
  baseline: number | undefined
}

export type CascadeParent = {
  id: string
  target: number
  baseline: number | undefined
  /** Decimals that a part of the target has: 0 for what is counted, 2 for money. */
  decimals: number
}

/** A part of a goal, as it will be written; one that is there already stays as it is. */
export type CascadeLine = {
  id: string
  subject: string
  target: number
  baseline: number | undefined
  exists: boolean
}

/**
 * The parts of a goal for some subjects, which add up to its target unless each gets the same.
 *
 * Parts that exist keep their target: what is left of the goal's is split among the new ones. A split baseline goes
 * with the target.
 *
 * @param existing The targets of the parts of this kind that there are, by subject.
 */
export function cascadePlan(
  parent: CascadeParent,
  kind: SubjectKind,
  way: CascadeWay,
  subjects: readonly CascadeSubject[],
  existing: ReadonlyMap<string, number>,
): CascadeLine[] {
  const added = subjects.filter(({ name }) => !existing.has(name))
  const known = subjects.filter(({ name }) => existing.has(name))
  const line = (subject: CascadeSubject, target: number, baseline: number | undefined, exists: boolean) => {
    return { id: cascadeId(parent.id, kind, subject.name), subject: subject.name, target, baseline, exists }
  }
  const kept = known.map((one) => line(one, existing.get(one.name) as number, one.baseline, true))
  if (way === 'same') return [...kept, ...added.map((one) => line(one, parent.target, ownBaseline(one, parent), false))]
  const weights = added.map((one) => weightOf(one, way))
  const left = exactSum([parent.target, -exactSum([...existing.values()])])
  const targets = splitTarget(left, weights, parent.decimals)
  const baselines = baselinesOf(parent, way, added, weights, existing.size > 0)
  return [...kept, ...added.map((one, at) => line(one, targets[at] as number, baselines[at], false))]
}

/** The id of a goal's part, which the same cascade gives again: so that it is not written twice. */
export function cascadeId(parent: string, kind: SubjectKind, subject: string): string {
  return `${parent}/${kind}/${subject}`
}

/**
 * How much a part counts for in its goal: its way from baseline to target, so that the goal's rolled-up progress is that
 * of the whole. What adds up counts from 0; where each part has the same target all count alike.
 */
export function partWeight(part: Pick<CascadeLine, 'target' | 'baseline'>, way: CascadeWay, adds: boolean): number {
  if (way === 'same') return 1
  return Math.abs(exactSum([part.target, adds ? 0 : -(part.baseline ?? 0)]))
}

function weightOf(subject: CascadeSubject, way: CascadeWay): number {
  const weight = way === 'equal' ? 1 : way === 'same' ? 0 : subject[way]
  return Math.max(0, weight ?? 0)
}

function ownBaseline(subject: CascadeSubject, parent: CascadeParent): number | undefined {
  return subject.baseline ?? parent.baseline
}

/** By their baseline each keeps its own; else the goal's is split with the target, if all of it is to be split. */
function baselinesOf(
  parent: CascadeParent,
  way: CascadeWay,
  added: readonly CascadeSubject[],
  weights: readonly number[],
  isSplit: boolean,
): (number | undefined)[] {
  if (way === 'baseline') return added.map(({ baseline }) => baseline)
  if (parent.baseline === undefined || isSplit) return added.map(() => undefined)
  return splitTarget(parent.baseline, weights, parent.decimals)
}
