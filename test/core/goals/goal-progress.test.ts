import { describe, expect, it } from 'vitest'
import { goalProgress } from '../../../core/goals/goal-progress.ts'

describe('goalProgress', () => {
  const half = { start: 0, due: 100, asOf: 50 }

  it.each([
    ['onTrack', { actual: 50, target: 100, span: half }, 0.5, 1, 100],
    // 10 % under the straight line is behind, a little less is not
    ['behind', { actual: 45, target: 100, span: half }, 0.45, 0.9, 90],
    ['onTrack', { actual: 46, target: 100, span: half }, 0.46, 0.92, 92],
    ['behind', { actual: 27, target: 100, span: { start: 0, due: 100, asOf: 30 } }, 0.27, 0.9, 90],
    ['achieved', { actual: 120, target: 100, span: half }, 1.2, 2.4, 240],
    ['missed', { actual: 99, target: 100, span: { ...half, asOf: 101 } }, 0.99, 0.99, 99],
    ['onTrack', { actual: 99, target: 100, span: { ...half, asOf: 100 } }, 0.99, 0.99, 99],
    // from 8 days down to 5: 6 is two thirds of the way
    ['onTrack', { actual: 6, target: 5, baseline: 8, span: half }, 2 / 3, 4 / 3, 4],
    ['onTrack', { actual: 0, target: 100, span: { ...half, asOf: 0 } }, 0, undefined, undefined],
    ['onTrack', { actual: 0, target: 100, span: { ...half, asOf: -5 } }, 0, undefined, undefined],
    // half a quarter from day 20,000 on: 45 of 100 is behind
    ['behind', { actual: 45, target: 100, span: { start: 20_000, due: 20_090, asOf: 20_045 } }, 0.45, 0.9, 90],
    ['missed', { actual: 0, target: 100, span: { start: 20_000, due: 20_090, asOf: 20_091 } }, 0, 0, 0],
    [undefined, { actual: 40, target: 100 }, 0.4, undefined, undefined],
    ['achieved', { actual: 100, target: 100 }, 1, undefined, undefined],
  ])('is %s for %j', (status, goal, progress, pace, projected) => {
    const found = goalProgress(goal)
    expect(found.status).toBe(status)
    expect(found.progress).toBeCloseTo(progress, 10)
    if (pace === undefined) expect(found.pace).toBeUndefined()
    else expect(found.pace).toBeCloseTo(pace, 10)
    if (projected === undefined) expect(found.projected).toBeUndefined()
    else expect(found.projected).toBeCloseTo(projected, 10)
  })
})
