import { useState } from 'preact/hooks'
import { type CascadeLine, type CascadeWay, cascadePlan, cascadeWays } from '../../../core/goals/cascade-plan.ts'
import type { SubjectKind } from '../../../core/goals/goal-draft.ts'
import { exactSum, splitTarget } from '../../../core/goals/split-target.ts'
import type { CascadeSetup } from '../../goals/cascade-setup.ts'

/** A goal's parts as they will be written; null is a target that was taken out. */
export type PlanLine = Omit<CascadeLine, 'target'> & { target: number | null }

/** Who is chosen, how the target is split, and what was changed by hand since. */
export function usePlan({ parent, isRate, subjects, existing }: CascadeSetup, kind: SubjectKind) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(subjects.map(({ name }) => name)))
  const [way, setWay] = useState<CascadeWay>(isRate ? 'same' : 'equal')
  const [edits, setEdits] = useState<ReadonlyMap<string, number | null>>(new Map())
  const known = subjects.map(({ revenue, baseline, ...one }) => {
    return { ...one, revenue: revenue ?? undefined, baseline: baseline ?? undefined }
  })
  const picked = known.filter(({ name }) => chosen.has(name))
  const there = new Map(existing)
  const whole = { ...parent, baseline: parent.baseline ?? undefined }
  const planned = cascadePlan(whole, kind, way, picked, there)
  const lines = planned.map((line): PlanLine => {
    const edit = line.exists ? undefined : edits.get(line.subject)
    return edit === undefined ? line : { ...line, target: edit }
  })
  const added = lines.filter(({ exists }) => !exists)
  const sum = exactSum([...there.values(), ...added.map(({ target }) => target ?? 0)])
  const rest = way === 'same' ? 0 : exactSum([parent.target, -sum])
  return {
    ...{ chosen, way, lines, added, sum, rest },
    ways: cascadeWays.filter((one) => isKnown(one, subjects)),
    choose(names: ReadonlySet<string>) {
      setChosen(names)
      setEdits(new Map())
    },
    split(next: CascadeWay) {
      setWay(next)
      setEdits(new Map())
    },
    edit: (subject: string, target: number | null) => setEdits(new Map([...edits, [subject, target]])),
    /** Shares what is left among those that nobody changed, as it was split before; among all where all were. */
    shareRest() {
      const free = added.filter(({ subject }) => !edits.has(subject))
      const among = free.length > 0 ? free : added
      const left = exactSum([rest, ...among.map(({ target }) => target ?? 0)])
      const shares = splitTarget(
        left,
        among.map(({ target }) => Math.abs(target ?? 0)),
        parent.decimals,
      )
      setEdits(new Map([...edits, ...among.map(({ subject }, at) => [subject, shares[at] as number] as const)]))
    },
  }
}

function isKnown(way: CascadeWay, subjects: CascadeSetup['subjects']): boolean {
  if (way === 'customers') return subjects.some(({ customers }) => customers > 0)
  return (way !== 'revenue' && way !== 'baseline') || subjects.some((one) => (one[way] ?? 0) > 0)
}
