import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { npsCounts } from '../../../core/satisfaction/nps-counts.ts'
import { npsStats } from '../../../core/satisfaction/nps-stats.ts'

const counts = fc.record({ promoters: fc.nat(500), passives: fc.nat(500), detractors: fc.nat(500) })

describe('npsStats', () => {
  const ten = { promoters: 6, passives: 2, detractors: 2 }

  // The formulas of Rocks (2016) worked with numpy
  it.each([
    ['ADJUSTED', 0.95, 22.120207860968925, -12.585579968808114, 74.12404150726965],
    ['ADJUSTED', 0.9, 22.120207860968925, -5.615273359804434, 67.15373489826597],
    ['WALD', 0.95, 25.29822128134704, -9.58360258436493, 89.58360258436493],
  ] as const)('of 6, 2 and 2 by %s at %d', (method, confidence, error, low, high) => {
    const stats = npsStats(ten, confidence, method)
    expect(stats?.nps).toBe(40)
    expect(stats?.standardError).toBeCloseTo(error, 10)
    expect(stats?.low).toBeCloseTo(low, 10)
    expect(stats?.high).toBeCloseTo(high, 10)
  })

  it('is undefined without answers', () => {
    expect(npsStats({ promoters: 0, passives: 0, detractors: 0 })).toBeUndefined()
  })

  it('is the opposite where promoters and detractors change places', () => {
    fc.assert(
      fc.property(counts, (given) => {
        const stats = npsStats(given)
        const mirrored = npsStats({ ...given, promoters: given.detractors, detractors: given.promoters })
        expect(mirrored?.nps ?? 0).toBeCloseTo(-(stats?.nps ?? 0), 9)
        expect(mirrored?.low ?? 0).toBeCloseTo(-(stats?.high ?? 0), 9)
      }),
    )
  })

  it('has limits within -100 and 100, even for one answer', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom('ADJUSTED' as const, 'WALD' as const), (given, method) => {
        const stats = npsStats(given, 0.99, method)
        if (stats === undefined) return
        expect(stats.low).toBeGreaterThanOrEqual(-100)
        expect(stats.high).toBeLessThanOrEqual(100)
        expect(stats.low).toBeLessThanOrEqual(stats.high)
      }),
    )
  })
})

describe('npsCounts', () => {
  it('counts whole numbers from 0 to 10 and ignores the rest', () => {
    const scores = [0, 6, 7, 8, 9, 10, 11, -1, 9.5, Number.NaN]
    expect(npsCounts(scores)).toEqual({ promoters: 2, passives: 2, detractors: 2, ignored: 4 })
  })

  it('counts an answer as often as its weight says', () => {
    expect(npsCounts([10, 3, 99], [2.5, 0, 7])).toEqual({ promoters: 2.5, passives: 0, detractors: 0, ignored: 1 })
  })
})
