import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attainment } from '../../../core/goals/attainment.ts'
import { kpiScore } from '../../../core/goals/kpi-score.ts'

describe('attainment', () => {
  it.each<[string, Parameters<typeof attainment>[0], number | undefined]>([
    ['higher is better', { actual: 80, target: 100, direction: 1 }, 0.8],
    ['over the target', { actual: 130, target: 100, direction: 1 }, 1.3],
    ['below 0', { actual: -50, target: 100, direction: 1 }, -0.5],
    ['lower is better', { actual: 8, target: 6, direction: -1 }, 0.75],
    ['lower than the target', { actual: 3, target: 6, direction: -1 }, 2],
    ['nothing at all where lower is better', { actual: 0, target: 6, direction: -1 }, Infinity],
    ['none wanted, none had', { actual: 0, target: 0, direction: -1 }, Infinity],
    ['none wanted, some had', { actual: 3, target: 0, direction: -1 }, 0],
    ['from a baseline', { actual: 45, target: 60, direction: 1, baseline: 30 }, 0.5],
    // from 8 days down to 5; the way says which direction is better
    ['down from a baseline', { actual: 6, target: 5, direction: 1, baseline: 8 }, 2 / 3],
    ['down from a baseline, direction -1', { actual: 6, target: 5, direction: -1, baseline: 8 }, 2 / 3],
    ['a baseline of 0', { actual: 40, target: 50, direction: -1, baseline: 0 }, 0.8],
    ['a baseline with a target of 0', { actual: 2, target: 0, direction: -1, baseline: 8 }, 0.75],
    ['a loss with a baseline', { actual: -50, target: -100, direction: 1, baseline: 0 }, 0.5],
    ['no way to go', { actual: 5, target: 5, direction: 1, baseline: 5 }, undefined],
    ['a target of 0 to exceed', { actual: 5, target: 0, direction: 1 }, undefined],
    ['a negative target', { actual: -50, target: -100, direction: 1 }, undefined],
    ['a negative target where lower is better', { actual: 5, target: -1, direction: -1 }, undefined],
    ['a negative figure where lower is better', { actual: -1, target: 5, direction: -1 }, undefined],
  ])('%s: %j is %s', (_, given, expected) => {
    const found = attainment(given)
    if (expected === undefined || expected === Infinity) expect(found).toBe(expected)
    else expect(found).toBeCloseTo(expected, 12)
  })
})

describe('kpiScore', () => {
  const kpi = (attainment: number | undefined, weight: number) => ({ attainment, weight })

  it.each<[string, Parameters<typeof kpiScore>, number | undefined]>([
    // (3 x 0.8 + 1 x 0.4) / 4
    ['a weighted mean in per cent', [[kpi(0.8, 3), kpi(0.4, 1)]], 70],
    ['over target held to 1', [[kpi(2, 1), kpi(0.5, 1)]], 75],
    ['held to the cap', [[kpi(2, 1), kpi(0.5, 1)], 1.2], 85],
    ['the cap below 1', [[kpi(2, 1), kpi(0.3, 1)], 0.5], 40],
    ['below 0 held to 0', [[kpi(-3, 1), kpi(0.5, 1)]], 25],
    ['Infinity is the cap', [[kpi(Infinity, 1)], 1.5], 150],
    ['what is not known is left out', [[kpi(0.8, 3), kpi(undefined, 5), kpi(0.4, 1)]], 70],
    ['nothing known', [[kpi(undefined, 1)]], undefined],
    ['only weight 0 known', [[kpi(0.7, 0), kpi(undefined, 1)]], undefined],
    ['no KPIs', [[]], undefined],
  ])('%s', (_, given, expected) => {
    if (expected === undefined) expect(kpiScore(...given)).toBeUndefined()
    else expect(kpiScore(...given)).toBeCloseTo(expected, 12)
  })

  const kpis = fc.array(
    fc.record({ attainment: fc.double({ min: -2, max: 3, noNaN: true }), weight: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 8 },
  )

  it('lies between 0 and 100 x cap', () => {
    fc.assert(
      fc.property(kpis, fc.double({ min: 0.1, max: 3, noNaN: true }), (given, cap) => {
        const score = kpiScore(given, cap) as number
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100 * cap * (1 + 1e-12))
      }),
    )
  })

  it('never falls when one KPI does better', () => {
    fc.assert(
      fc.property(kpis, fc.nat(), fc.double({ min: 0, max: 2, noNaN: true }), (given, at, more) => {
        const better = given.map((each, i) =>
          i === at % given.length ? { ...each, attainment: each.attainment + more } : each,
        )
        expect(kpiScore(better) as number).toBeGreaterThanOrEqual((kpiScore(given) as number) - 1e-9)
      }),
    )
  })
})
