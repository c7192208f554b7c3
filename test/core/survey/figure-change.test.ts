import { expect, test } from 'vitest'
import { meanComparison } from '../../../core/statistics/mean-comparison.ts'
import { figureChange } from '../../../core/survey/figure-change.ts'
import { countAnswers, emptyTally } from '../../../core/survey/tally.ts'

function counted(scores: number[]) {
  const tally = emptyTally()
  for (const score of scores) countAnswers(tally, { q: score }, () => false)
  return tally
}
const change = (metric: Parameters<typeof figureChange>[0], before: number[], after: number[], points?: 7 | 10) =>
  figureChange(metric, { before: counted(before), after: counted(after), question: 'q', ...(points && { points }) })
const times = (n: number, score: number) => Array.from({ length: n }, () => score)

test('a clear rise is up, the same a fall, and few answers are no clear change', () => {
  const [low, high] = [
    [...times(40, 3), ...times(20, 9)],
    [...times(10, 3), ...times(50, 10)],
  ]
  expect(change('NPS', low, high)).toMatchObject({
    before: expect.closeTo(-100 / 3),
    after: expect.closeTo(200 / 3),
    verdict: 'up',
  })
  expect(change('NPS', high, low)).toMatchObject({ verdict: 'down' })
  expect(change('NPS', [3, 9], [10, 9])).toMatchObject({ verdict: 'none' })
})

test('satisfaction counts by the scale of its question', () => {
  expect(change('CSAT', [4, 4, 3, 3], [5, 5, 4, 1])).toMatchObject({ before: 0.5, after: 0.75 })
  expect(change('CSAT', [7, 7, 8, 9], [8, 8, 10, 1], 10)).toMatchObject({ before: 0.5, after: 0.75 })
})

test('a mean changes as the values that were counted do', () => {
  const [before, after] = [
    [1, 2, 2, 5, 7],
    [4, 5, 5, 6, 7, 7],
  ]
  const expected = meanComparison(before, after)
  for (const metric of ['CES', 'MEAN'] as const) {
    const found = change(metric, before, after)!
    for (const key of ['before', 'after', 'change', 'low', 'high', 'p'] as const) {
      expect(found[key]).toBeCloseTo(expected[key]!, 10)
    }
  }
})

test('without answers on one side nothing is compared', () => {
  expect(change('NPS', [], [9])).toBeUndefined()
  expect(change('CSAT', [5], [])).toBeUndefined()
})
