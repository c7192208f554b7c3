import { describe, expect, it } from 'vitest'
import { type GoalInTime, goalState } from '../../../core/goals/goal-state.ts'

const span = { start: 0, due: 100, asOf: 50 }
const level: GoalInTime = { actual: 35, target: 40, baseline: 30, adds: false, lessIsBetter: false, span }
const sum: GoalInTime = { ...level, actual: 540, target: 1080, baseline: 1000, adds: true }
const limit: GoalInTime = { ...sum, actual: 10, target: 20, baseline: 30, lessIsBetter: true }

const low: GoalInTime = { ...level, target: 24, baseline: undefined, lessIsBetter: true }
const over = { ...span, asOf: 101 }

describe('goalState', () => {
  it.each<[string, GoalInTime, [string | undefined, number, number | undefined] | undefined]>([
    ['half the way at half the time', level, ['onTrack', 0.5, 40]],
    ['a sum counts from 0, not from its baseline', sum, ['onTrack', 0.5, 1080]],
    ['a sum that is behind', { ...sum, actual: 480 }, ['behind', 480 / 1080, 960]],
    ['a limit that holds: leads to 20 of 30', limit, ['onTrack', 1, 20]],
    ['a limit that will not hold: leads to 26', { ...limit, actual: 13 }, ['behind', 0.4, 26]],
    ['a limit that is passed is missed before its time', { ...limit, actual: 21 }, ['missed', -1.2, 42]],
    [
      'a limit is reached only when the time is over',
      { ...limit, actual: 19, span: { ...span, asOf: 101 } },
      ['achieved', 1.1, 19],
    ],
    ['a limit without baseline', { ...limit, baseline: undefined, actual: 20 }, ['behind', 0.5, 40]],
    ['nothing of what is to be little', { ...limit, baseline: undefined, actual: 0 }, ['onTrack', 1, 0]],
    ['a limit says nothing on its first day', { ...limit, span: { ...span, asOf: 0 } }, undefined],
    ['a level that is to be low and is not', { ...low, actual: 40 }, ['behind', 0.6, undefined]],
    ['a level that is to be low, too late', { ...low, actual: 40, span: over }, ['missed', 0.6, undefined]],
    ['a level that is low enough', { ...low, actual: 20 }, ['achieved', 1.2, undefined]],
    ['a level that is to be low, with where it began', { ...low, baseline: 44, actual: 34 }, ['onTrack', 0.5, 24]],
    ['no way to go', { ...level, baseline: 40 }, undefined],
    ['a target of 0 that is to be added up to', { ...sum, target: 0 }, undefined],
  ])('%s', (_, goal, expected) => {
    const found = goalState(goal)
    if (!expected) return expect(found).toBeUndefined()
    expect(found?.status).toBe(expected[0])
    expect(found?.progress).toBeCloseTo(expected[1], 9)
    if (expected[2] === undefined) expect(found?.projected).toBeUndefined()
    else expect(found?.projected).toBeCloseTo(expected[2], 9)
  })
})
