import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retentionFit } from '../../../core/customers/retention-fit.ts'
import { retentionForecast } from '../../../core/customers/retention-forecast.ts'

// Fader, Hardie (2007), How to project customer retention, table 1: two segments of a cohort over twelve years.
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394]
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173]

/** In the paper's parameters. */
function paper(survivors: readonly number[]) {
  const { churn, spread } = retentionFit(survivors)
  return { alpha: churn / spread, beta: (1 - churn) / spread }
}

describe('retentionFit', () => {
  it('finds the published parameters from the first seven years', () => {
    const highEnd = paper(HIGH_END.slice(0, 8))
    expect([highEnd.alpha.toFixed(3), highEnd.beta.toFixed(3)]).toEqual(['0.668', '3.806'])
    const regular = paper(REGULAR.slice(0, 8))
    expect([regular.alpha.toFixed(3), regular.beta.toFixed(3)]).toEqual(['0.704', '1.182'])
  })

  // scipy 1.10 minimize (Nelder-Mead, xatol 1e-12) of the paper's likelihood, with betaln.
  it.each([
    [HIGH_END.slice(0, 5), 1.2809762115999037, 7.7903829067428285],
    [HIGH_END, 0.596111241832582, 3.3269690884655714],
    [REGULAR.slice(0, 5), 0.763665029784018, 1.2958301956882832],
    [REGULAR, 0.6973624376209249, 1.1689045932135704],
    [[5000, 1500, 1300, 1210, 1180, 1170], 0.13031557832494342, 0.05577110843957922],
    [[200, 199, 197, 197, 196], 0.027820551661696693, 4.21765731398262],
  ])('finds the optimum of %j', (survivors, alpha, beta) => {
    const fit = paper(survivors)
    expect(fit.alpha / alpha).toBeCloseTo(1, 5)
    expect(fit.beta / beta).toBeCloseTo(1, 5)
  })

  it('solves two periods of falling churn exactly: 40 %, then 20 %', () => {
    // churn / (1 + spread) = .2 with churn .4: spread 1, so alpha .4 and beta .6.
    const { alpha, beta } = paper([100, 60, 48])
    expect(alpha).toBeCloseTo(0.4, 8)
    expect(beta).toBeCloseTo(0.6, 8)
  })

  it.each([
    ['one period only', [1000, 600], 0.4],
    ['the same churn every period', [1000, 600, 360, 216], 0.4],
    // All lost over all who entered a period: 70 of 260.
    ['churn that rises', [100, 90, 70, 30], 70 / 260],
    ['nobody lost in one period', [50, 50], 0],
  ])('is the geometric for %s', (_, survivors, churn) => {
    const fit = retentionFit(survivors)
    expect(fit.spread).toBe(0)
    expect(fit.churn).toBeCloseTo(churn, 12)
  })

  it('has those never leave who are left when all losses were at the start', () => {
    expect(retentionFit([100, 60, 60, 60])).toEqual({ churn: 0.4, spread: Infinity })
    expect(retentionFit([100, 100, 100])).toEqual({ churn: 0, spread: Infinity })
    expect(retentionFit([100, 100, 99]).spread).toBe(0)
  })
})

describe('retentionForecast', () => {
  it('goes on with the curve of the paper', () => {
    const rows = retentionForecast(HIGH_END.slice(0, 8), 5)
    expect(rows.map(({ period }) => period)).toEqual([8, 9, 10, 11, 12])
    // S(t) = B(alpha, beta + t) / B(alpha, beta) by scipy.special.betaln at the parameters that scipy fits.
    expect(rows[0]?.survival).toBeCloseTo(0.46043968434782784, 6)
    expect(rows[4]?.survival).toBeCloseTo(0.37799908093538753, 6)
    // Retention is (beta + t - 1) / (alpha + beta + t - 1): the paper's equation 8.
    const { alpha, beta } = paper(HIGH_END.slice(0, 8))
    expect(rows[4]?.retention).toBeCloseTo((beta + 11) / (alpha + beta + 11), 12)
  })

  it('keeps the churn where it does not fall, and everybody where nobody leaves any more', () => {
    const geometric = retentionForecast([1000, 600, 360], 2)
    expect(geometric.map(({ period }) => period)).toEqual([3, 4])
    expect(geometric[0]?.survival).toBeCloseTo(0.216, 10)
    expect(geometric[1]?.retention).toBeCloseTo(0.6, 10)
    expect(retentionForecast([100, 60, 60], 2)).toEqual([
      { period: 3, survival: 0.6, retention: 1 },
      { period: 4, survival: 0.6, retention: 1 },
    ])
    expect(retentionForecast([7, 7], 1)).toEqual([{ period: 2, survival: 1, retention: 1 }])
  })

  it('names the count that rises or is none', () => {
    expect(() => retentionForecast([10, 8, 9], 1)).toThrow('survivors rises from 8 to 9 in row 3')
    expect(() => retentionForecast([10, 8, 9], 1, (position) => position + 5)).toThrow('in row 7')
    expect(() => retentionForecast([10, 8, 0, 0], 1)).toThrow('nobody is left in row 3')
    expect(() => retentionForecast([0, 0], 1)).toThrow('nobody is left in row 1')
    expect(() => retentionForecast([10], 1)).toThrow('survivors has 1 number, and 2 are needed')
    expect(() => retentionForecast([], 1)).toThrow('survivors has 0 numbers, and 2 are needed')
  })
})

describe('whatever the survivors', () => {
  const survivors = fc
    .tuple(
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
    )
    .map(([start, kept]) => {
      let count = start
      return [start, ...kept.map((share) => (count *= share))]
    })

  it('survival falls or stays and retention rises or stays, both between 0 and 1', () => {
    fc.assert(
      fc.property(survivors, (counts) => {
        const rows = retentionForecast(counts, 6)
        rows.forEach(({ survival, retention }, i) => {
          const before = rows[i - 1] ?? { survival: 1, retention: 0 }
          expect(survival).toBeGreaterThan(0)
          expect(survival).toBeLessThanOrEqual(before.survival)
          expect(retention).toBeGreaterThanOrEqual(before.retention)
          expect(retention).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  it('thousands of customers or shares of them forecast the same', () => {
    fc.assert(
      fc.property(survivors, (counts) => {
        const [one] = retentionForecast(counts, 1)
        const [other] = retentionForecast(
          counts.map((count) => count / 1024),
          1,
        )
        expect(other?.survival).toBeCloseTo(one?.survival as number, 6)
      }),
    )
  })

  it('no churn and spread nearby are likelier than those fitted', () => {
    const likelihood = (counts: number[], churn: number, spread: number) =>
      counts.slice(1).reduce((sum, stayed, t) => {
        const leave = churn / (1 + spread * t)
        const lost = (counts[t] as number) - stayed
        return sum + (lost > 0 ? lost * Math.log(leave) : 0) + stayed * Math.log(1 - leave)
      }, 0)
    fc.assert(
      fc.property(
        survivors,
        fc.double({ min: 0.9, max: 1.1, noNaN: true }),
        fc.double({ min: 0.8, max: 1.2, noNaN: true }),
        (counts, a, b) => {
          const { churn, spread } = retentionFit(counts)
          const best = likelihood(counts, churn, spread)
          fc.pre(spread < 1e6 && churn > 0 && churn * a < 1)
          const slack = 1e-9 * (1 + Math.abs(best))
          expect(likelihood(counts, churn * a, spread * b)).toBeLessThanOrEqual(best + slack)
          expect(likelihood(counts, churn, spread === 0 ? b / 100 : spread * b)).toBeLessThanOrEqual(best + slack)
        },
      ),
    )
  })
})
