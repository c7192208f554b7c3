import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GoalTree, goalRollup } from '../../../core/goals/goal-rollup.ts'

type Row = [
  id: string | number | undefined,
  parent: string | number | undefined,
  weight: number | undefined,
  progress: number | undefined,
]

function tree(...rows: Row[]): GoalTree {
  return {
    ids: rows.map((row) => row[0]),
    parents: rows.map((row) => row[1]),
    weights: rows.map((row) => row[2]),
    progress: rows.map((row) => row[3]),
  }
}

describe('goalRollup', () => {
  // Worked by hand: sales = (3 x 0.5 + 1 x 0.9) / 4 = 0.6; year = (2 x 0.6 + 1 x 0.3 + 1 x 0.6) / 4 = 0.525.
  const year: Row[] = [
    ['year', undefined, undefined, 0.99],
    ['sales', 'year', 2, undefined],
    ['north', 'sales', 3, 0.5],
    ['south', 'sales', 1, 0.9],
    ['service', 'year', 1, 0.3],
    ['people', 'year', 1, 0.6],
    ['alone', undefined, 5, 0.7],
  ]

  it('is the weighted mean of the parts, level by level, for every root', () => {
    const found = goalRollup(tree(...year))
    const expected = [0.525, 0.6, 0.5, 0.9, 0.3, 0.6, 0.7]
    found.forEach((progress, i) => {
      expect(progress).toBeCloseTo(expected[i] as number, 12)
    })
  })

  it('takes parents below or above their parts', () => {
    const found = goalRollup(tree(...[...year].reverse())).reverse()
    expect(found[0]).toBeCloseTo(0.525, 12)
    expect(found[1]).toBeCloseTo(0.6, 12)
  })

  it.each<[string, Row[], (number | undefined)[]]>([
    ['a single leaf keeps its own', [['a', undefined, undefined, 1.3]], [1.3]],
    ['a single goal without progress has none', [['a', undefined, 1, undefined]], [undefined]],
    [
      'parts without weights count alike',
      [
        ['a', undefined, 7, 0.9],
        ['b', 'a', undefined, 0.2],
        ['c', 'a', undefined, 0.6],
      ],
      [0.4, 0.2, 0.6],
    ],
    [
      // (1 x 0.2 + 2 x 0.8) / 3 = 0.6: c, which is blank, is left out
      'a blank part is left out and the other weights renormalised',
      [
        ['a', undefined, undefined, undefined],
        ['b', 'a', 1, 0.2],
        ['c', 'a', 4, undefined],
        ['d', 'a', 2, 0.8],
      ],
      [0.6, 0.2, undefined, 0.8],
    ],
    [
      'a goal whose parts are all blank has none, and its own is not looked at',
      [
        ['a', undefined, undefined, 0.5],
        ['b', 'a', 1, undefined],
      ],
      [undefined, undefined],
    ],
    [
      'a part with weight 0 does not count',
      [
        ['a', undefined, undefined, undefined],
        ['b', 'a', 0, 0.1],
        ['c', 'a', 2, 0.8],
      ],
      [0.8, 0.1, 0.8],
    ],
    [
      'where only parts with weight 0 are known there is none',
      [
        ['a', undefined, undefined, undefined],
        ['b', 'a', 0, 0.1],
        ['c', 'a', 2, undefined],
      ],
      [undefined, 0.1, undefined],
    ],
    [
      'over 1 and below 0 are kept',
      [
        ['a', undefined, undefined, undefined],
        ['b', 'a', 1, 1.5],
        ['c', 'a', 1, -0.5],
      ],
      [0.5, 1.5, -0.5],
    ],
    [
      'the id 17 is the parent "17"; blank rows stay blank',
      [
        [17, undefined, undefined, undefined],
        [undefined, undefined, undefined, undefined],
        ['b', '17', 1, 0.25],
      ],
      [0.25, undefined, 0.25],
    ],
    ['nothing for nothing', [], []],
  ])('%s', (_, rows, expected) => {
    const found = goalRollup(tree(...rows))
    expect(found).toHaveLength(expected.length)
    expected.forEach((progress, i) => {
      if (progress === undefined) expect(found[i]).toBeUndefined()
      else expect(found[i]).toBeCloseTo(progress, 12)
    })
  })

  it('goes 20,000 levels down', () => {
    const depth = 20_000
    const found = goalRollup({
      ids: Array.from({ length: depth }, (_, i) => i),
      parents: Array.from({ length: depth }, (_, i) => (i === 0 ? undefined : i - 1)),
      weights: [],
      progress: Array.from({ length: depth }, (_, i) => (i === depth - 1 ? 0.375 : undefined)),
    })
    expect(new Set(found)).toEqual(new Set([0.375]))
  })

  it.each<[string, Row[]]>([
    [
      '"x" in row 3 of parents is not in ids. Add it there, or correct it.',
      [
        ['a', undefined, 1, 1],
        ['b', 'x', 1, 1],
      ],
    ],
    [
      '"A" in row 3 of parents is not in ids. Add it there, or correct it.',
      [
        ['a', undefined, 1, 1],
        ['b', 'A', 1, 1],
      ],
    ],
    [
      '"a" in row 4 of ids is already in row 2. Keep one of them.',
      [
        ['a', undefined, 1, 1],
        ['b', 'a', 1, 1],
        ['a', undefined, 1, 1],
      ],
    ],
    [
      'the goal in row 2 is, through its parents, a part of itself. Give it another parent, or none.',
      [['a', 'a', 1, 1]],
    ],
    [
      // e hangs on the circle without being in it
      'the goal in row 4 is, through its parents, a part of itself. Give it another parent, or none.',
      [
        ['root', undefined, 1, 1],
        ['e', 'b', 1, 1],
        ['b', 'c', 1, 1],
        ['c', 'd', 1, 1],
        ['d', 'b', 1, 1],
      ],
    ],
    [
      'weights has nothing in row 4, but other parts of the same goal have a weight. Fill it in, or clear theirs.',
      [
        ['a', undefined, undefined, 1],
        ['b', 'a', 1, 1],
        ['c', 'a', undefined, 1],
      ],
    ],
    [
      'all parts of the goal in row 3 have weight 0. Give at least one of them a weight above 0.',
      [
        ['b', 'a', 0, 1],
        ['a', undefined, 1, 1],
      ],
    ],
  ])('says: %s', (message, rows) => {
    expect(() => goalRollup(tree(...rows), 2)).toThrow(message)
  })

  const forest = fc
    .array(
      fc.record({
        up: fc.nat(),
        isRoot: fc.boolean(),
        weight: fc.integer({ min: 1, max: 9 }),
        progress: fc.option(fc.integer({ min: -20, max: 150 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((goals) =>
      goals.map(
        ({ up, isRoot, weight, progress }, i): Row => [
          `g${i}`,
          i === 0 || isRoot ? undefined : `g${up % i}`,
          weight,
          progress,
        ],
      ),
    )

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(forest, fc.infiniteStream(fc.nat()), (rows, chance) => {
        const shuffled = rows
          .map((row) => ({ row, key: chance.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
        const one = new Map(goalRollup(tree(...rows)).map((progress, i) => [rows[i]?.[0], progress]))
        goalRollup(tree(...shuffled)).forEach((progress, i) => {
          const other = one.get(shuffled[i]?.[0])
          if (progress === undefined) expect(other).toBeUndefined()
          else expect(progress).toBeCloseTo(other as number, 9)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('lies between the lowest and the highest leaf, whatever the weights', () => {
    fc.assert(
      fc.property(forest, (rows) => {
        const parents = new Set(rows.map((row) => row[1]))
        const leaves = rows.flatMap(([id, , , own]) => (parents.has(id) || own === undefined ? [] : [own]))
        for (const progress of goalRollup(tree(...rows))) {
          if (progress === undefined) continue
          expect(progress).toBeGreaterThanOrEqual(Math.min(...leaves) - 1e-9)
          expect(progress).toBeLessThanOrEqual(Math.max(...leaves) + 1e-9)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('does not change when the weights of all parts are multiplied', () => {
    fc.assert(
      fc.property(forest, fc.integer({ min: 1, max: 1000 }), (rows, by) => {
        const one = goalRollup(tree(...rows))
        const other = goalRollup(tree(...rows.map((r): Row => [r[0], r[1], (r[2] as number) * by, r[3]])))
        one.forEach((progress, i) => {
          if (progress === undefined) expect(other[i]).toBeUndefined()
          else expect(other[i]).toBeCloseTo(progress, 9)
        })
      }),
      { numRuns: 50 },
    )
  })
})
