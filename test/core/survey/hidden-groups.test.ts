import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenGroups, SMALLEST_GROUP } from '../../../core/survey/hidden-groups.ts'

const named = (sizes: number[]) => sizes.map((n, i) => ({ value: `G${i}`, n }))

test.each<[number[], string[]]>([
  [[], []],
  [[5, 9], []],
  [
    [4, 9, 7],
    ['G0', 'G2'],
  ],
  [
    [1, 2, 9, 8],
    ['G0', 'G1', 'G3'],
  ],
  [
    [3, 3, 9, 8],
    ['G0', 'G1'],
  ],
  [
    [2, 0, 9, 8],
    ['G0', 'G3'],
  ],
  [[3], ['G0']],
  [
    [1, 1],
    ['G0', 'G1'],
  ],
  [
    [4, 40],
    ['G0', 'G1'],
  ],
])('of groups of %j people, %j are hidden', (sizes, hidden) => {
  expect([...hiddenGroups(named(sizes))].sort()).toEqual(hidden)
})

test('no group under five is shown, and what is hidden is two groups and five people at least, or everybody', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (sizes) => {
      const groups = named(sizes).filter(({ n }) => n > 0)
      const hidden = hiddenGroups(groups)
      const shown = groups.filter(({ value }) => !hidden.has(value))
      for (const { n } of shown) expect(n).toBeGreaterThanOrEqual(SMALLEST_GROUP)
      if (hidden.size === 0 || shown.length === 0) return
      const people = groups.filter(({ value }) => hidden.has(value)).reduce((sum, { n }) => sum + n, 0)
      expect(hidden.size).toBeGreaterThanOrEqual(2)
      expect(people).toBeGreaterThanOrEqual(SMALLEST_GROUP)
    }),
  )
})
