import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type CascadeParent,
  type CascadeSubject,
  type CascadeWay,
  cascadePlan,
  partWeight,
} from '../../../core/goals/cascade-plan.ts'
import { goalProgress } from '../../../core/goals/goal-progress.ts'
import { goalRollup } from '../../../core/goals/goal-rollup.ts'
import { exactSum, splitTarget } from '../../../core/goals/split-target.ts'

describe('splitting a target', () => {
  it.each<[string, number, number[], number, number[]]>([
    ['100 among three', 100, [1, 1, 1], 0, [34, 33, 33]],
    ['no cent is lost', 100, [1, 1, 1], 2, [33.34, 33.33, 33.33]],
    ['the largest remainder gets what is left', 10, [1, 2, 4], 0, [1, 3, 6]],
    ['by revenue', 1000, [250, 750], 2, [250, 750]],
    ['more decimals than asked for stay', 0.005, [1, 1], 2, [0.003, 0.002]],
    ['no weights: alike', 9, [0, 0, 0], 0, [3, 3, 3]],
    ['one without weight gets nothing', 9, [0, 1], 0, [0, 9]],
    ['a negative target', -10, [1, 1, 1], 0, [-4, -3, -3]],
    ['nobody', 10, [], 0, []],
    ['a residue of division is no remainder', 0.3, [0.1, 0.2], 2, [0.1, 0.2]],
  ])('%s', (_, total, weights, decimals, amounts) => {
    expect(splitTarget(total, weights, decimals)).toEqual(amounts)
  })

  test('parts add up to the whole, and none is a step or more away from its share', () => {
    const weights = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(
        fc.maxSafeNat().map((n) => n % 10 ** 13),
        weights,
        (cents, given) => {
          const parts = splitTarget(cents / 100, given, 2)
          expect(Math.round(exactSum(parts) * 100)).toBe(cents)
          const sum = given.reduce((total, weight) => total + weight, 0)
          parts.forEach((part, at) => {
            const own = sum > 0 ? ((given[at] as number) * cents) / sum : cents / given.length
            expect(Math.abs(part * 100 - own)).toBeLessThan(1 + 1e-6)
          })
        },
      ),
    )
  })
})

const subject = (name: string, customers: number, revenue?: number, baseline?: number): CascadeSubject => {
  return { name, customers, revenue, baseline }
}
const people = [subject('Ann', 30, 500, 10), subject('Bo', 10, 1500, 30), subject('Cy', 0, undefined, undefined)]
const parent: CascadeParent = { id: 'G2', target: 100, baseline: 40, decimals: 0 }
const plan = (way: CascadeWay, existing: [string, number][] = [], given = parent) =>
  cascadePlan(given, 'person', way, people, new Map(existing)).map(({ subject: name, target, baseline, exists }) => [
    name,
    target,
    baseline,
    ...(exists ? ['there'] : []),
  ])

describe('handing a goal on', () => {
  it.each<[CascadeWay, unknown[][]]>([
    [
      'equal',
      [
        ['Ann', 34, 14],
        ['Bo', 33, 13],
        ['Cy', 33, 13],
      ],
    ],
    [
      'customers',
      [
        ['Ann', 75, 30],
        ['Bo', 25, 10],
        ['Cy', 0, 0],
      ],
    ],
    [
      'revenue',
      [
        ['Ann', 25, 10],
        ['Bo', 75, 30],
        ['Cy', 0, 0],
      ],
    ],
    [
      'baseline',
      [
        ['Ann', 25, 10],
        ['Bo', 75, 30],
        ['Cy', 0, undefined],
      ],
    ],
    [
      'same',
      [
        ['Ann', 100, 10],
        ['Bo', 100, 30],
        ['Cy', 100, 40],
      ],
    ],
  ])('%s', (way, lines) => expect(plan(way)).toEqual(lines))

  test('a part that is there keeps its target, and the rest is split among the new ones', () => {
    expect(plan('equal', [['Ann', 60]])).toEqual([
      ['Ann', 60, 10, 'there'],
      ['Bo', 20, undefined],
      ['Cy', 20, undefined],
    ])
  })

  test('a part of somebody who is not chosen now counts too', () => {
    expect(plan('customers', [['Dee', 20]])).toEqual([
      ['Ann', 60, undefined],
      ['Bo', 20, undefined],
      ['Cy', 0, undefined],
    ])
  })

  test('ids follow from goal and subject: the same again, others for others', () => {
    const ids = (kind: 'person' | 'tier') => cascadePlan(parent, kind, 'equal', people, new Map()).map(({ id }) => id)
    expect(ids('person')).toEqual(['G2/person/Ann', 'G2/person/Bo', 'G2/person/Cy'])
    expect(ids('tier')[0]).toBe('G2/tier/Ann')
  })

  test('the parts roll up to the progress of the whole, whatever each reached', () => {
    const reached = fc.array(fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 200 })), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(reached, fc.integer({ min: 1, max: 5000 }), (parts, target) => {
        const own = parts.map(([customers], at) => subject(`P${at}`, customers))
        const lines = cascadePlan({ ...parent, target, baseline: undefined }, 'person', 'customers', own, new Map())
        const weights = lines.map((line) => partWeight(line, 'customers', false))
        const progress = lines.map((line, at) =>
          line.target === 0
            ? undefined
            : goalProgress({ actual: parts[at]?.[1] as number, target: line.target }).progress,
        )
        const [rolled] = goalRollup({
          ids: ['G2', ...lines.map(({ id }) => id)],
          parents: [undefined, ...lines.map(() => 'G2')],
          weights: [undefined, ...weights],
          progress: [undefined, ...progress],
        })
        const actual = parts.reduce((sum, [, one], at) => sum + (lines[at]?.target === 0 ? 0 : one), 0)
        expect(rolled).toBeCloseTo(actual / target, 9)
      }),
    )
  })
})
