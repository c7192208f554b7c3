import { describe, expect, it, test } from 'vitest'
import { goalTree, type TreeGoal } from '../../../core/goals/goal-tree.ts'

const goal = (id: string, parent: string, weight?: number, progress?: number): TreeGoal => {
  return { id, parent, weight, progress }
}
const shown = (...goals: TreeGoal[]) =>
  goalTree(goals, 2).map(({ row, depth, parts, progress }) => [
    goals[row]?.id,
    depth,
    parts,
    progress && +progress.toFixed(6),
  ])

describe('the tree of goals, worked by hand', () => {
  test('uneven weights, a blank, several roots, parts above their goal, deep', () => {
    // C = (1 x 0.5 + 4 x 1) / 5 = 0.9; B = its only part with progress; A = (3 x 0.9 + 1 x 0.1) / 4 = 0.7
    expect(
      shown(
        goal('D', 'C', 1, 0.5),
        goal('A', '', undefined, 0.01),
        goal('B', 'A', 3),
        goal('C', 'B', 2),
        goal('E', 'C', 4, 1),
        goal('F', 'B', 9),
        goal('G', 'A', 1, 0.1),
        goal('H', '', undefined, 0.3),
      ),
    ).toEqual([
      ['A', 0, 2, 0.7],
      ['B', 1, 2, 0.9],
      ['C', 2, 2, 0.9],
      ['D', 3, 0, 0.5],
      ['E', 3, 0, 1],
      ['F', 2, 0, undefined],
      ['G', 1, 0, 0.1],
      ['H', 0, 0, 0.3],
    ])
  })

  test('a row without an id stands by itself', () => {
    expect(shown(goal('', '', undefined, 0.2), goal('A', '', undefined, 0.4))).toEqual([
      ['', 0, 0, 0.2],
      ['A', 0, 0, 0.4],
    ])
  })

  it.each([
    ['a circle names its row', [goal('A', ''), goal('B', 'C'), goal('C', 'B')], /row 3 is/],
    ['an unknown goal names its row', [goal('A', ''), goal('B', 'Z')], /row 3/],
    ['an id twice names both rows', [goal('A', ''), goal('A', '')], /2.*3|3.*2/],
  ])('%s', (_, goals, sentence) => expect(() => goalTree(goals, 2)).toThrow(sentence))
})
