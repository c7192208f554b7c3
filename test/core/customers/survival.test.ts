import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SurvivalRow, survival } from '../../../core/customers/survival.ts'

// Weeks of remission of leukaemia under 6-mercaptopurine: Freireich et al. (1963), as in Cox, Oakes (1984), table 1.1.
const WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
const RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]

const shown = (rows: SurvivalRow[]) =>
  rows.map((row) => [row.time, row.atRisk, row.events, row.survival?.toFixed(3), row.standardError?.toFixed(4)])

describe('survival', () => {
  // As summary(survfit(Surv(t2, relapse) ~ 1, data = drug6mp)) of R's survival and KMsurv prints it.
  it('is the curve of the 6-MP patients, with errors, that R prints', () => {
    expect(shown(survival(WEEKS, RELAPSED))).toEqual([
      [6, 21, 3, '0.857', '0.0764'],
      [7, 17, 1, '0.807', '0.0869'],
      [10, 15, 1, '0.753', '0.0963'],
      [13, 12, 1, '0.690', '0.1068'],
      [16, 11, 1, '0.627', '0.1141'],
      [22, 7, 1, '0.538', '0.1282'],
      [23, 6, 1, '0.448', '0.1346'],
    ])
  })

  it('is exact', () => {
    const [first, second] = survival(WEEKS, RELAPSED) as [SurvivalRow, SurvivalRow]
    expect(first.survival).toBeCloseTo(18 / 21, 14)
    expect(second.survival).toBeCloseTo((18 / 21) * (16 / 17), 14)
    const greenwood = Math.sqrt(3 / (21 * 18) + 1 / (17 * 16))
    expect(second.standardError).toBeCloseTo((18 / 21) * (16 / 17) * greenwood, 14)
  })

  // The placebo group, in which all relapsed: the first rows are R's, and at the last R has survival 0 and error NaN.
  it('has no error where nobody is left', () => {
    const weeks = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    const rows = survival(
      weeks,
      weeks.map(() => 1),
    )
    expect(shown(rows).slice(0, 5)).toEqual([
      [1, 21, 2, '0.905', '0.0641'],
      [2, 19, 2, '0.810', '0.0857'],
      [3, 17, 1, '0.762', '0.0929'],
      [4, 16, 2, '0.667', '0.1029'],
      [5, 14, 2, '0.571', '0.1080'],
    ])
    expect(rows.at(-1)).toEqual({ time: 23, atRisk: 1, events: 1, survival: 0, standardError: undefined })
  })

  // By the meaning of summary(fit, times): at risk just before, events since the time before, survival just after.
  it('reads the curve at given times, in any order, each once', () => {
    const rows = survival(WEEKS, RELAPSED, [23, 10, 5, 10, 35, 36])
    expect(shown(rows)).toEqual([
      [5, 21, 0, '1.000', '0.0000'],
      [10, 15, 5, '0.753', '0.0963'],
      [23, 6, 4, '0.448', '0.1346'],
      [35, 1, 0, '0.448', '0.1346'],
      [36, 0, 0, undefined, undefined],
    ])
  })

  it('stays 0 past the end where nobody was left, and is unknown past the end of observation', () => {
    expect(survival([2, 3], [1, 1], [4])).toEqual([
      { time: 4, atRisk: 0, events: 2, survival: 0, standardError: undefined },
    ])
    expect(survival([2, 3], [1, 0], [4])).toEqual([
      { time: 4, atRisk: 0, events: 1, survival: undefined, standardError: undefined },
    ])
  })

  it('counts as at risk those whose observation ends at the time of an event', () => {
    expect(survival([5, 5], [0, 1])).toMatchObject([{ atRisk: 2, survival: 0.5 }])
    expect(survival([5, 5], [1, 0])).toMatchObject([{ atRisk: 2, survival: 0.5 }])
    expect(survival([4.9, 5], [0, 1])).toMatchObject([{ atRisk: 1, survival: 0 }])
    expect(survival([0, 5], [1, 0])).toMatchObject([{ time: 0, atRisk: 2, survival: 0.5 }])
  })

  it('has no rows without events, and for nobody', () => {
    expect(survival([1, 2], [0, 0])).toEqual([])
    expect(survival([], [])).toEqual([])
    expect(survival([], [], [1])).toMatchObject([{ atRisk: 0, survival: undefined }])
  })
})

describe('whatever the durations', () => {
  const customers = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 1)), {
    minLength: 1,
    maxLength: 40,
  })
  const curve = (rows: [number, number][], times?: number[]) =>
    survival(
      rows.map(([time]) => time),
      rows.map(([, event]) => event),
      times,
    )

  it('with no one censored survival is the share that is left, with the binomial error', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const n = rows.length
        for (const row of curve(rows.map(([time]) => [time, 1]))) {
          const left = rows.filter(([time]) => time > row.time).length / n
          expect(row.survival).toBeCloseTo(left, 12)
          if (left > 0) expect(row.standardError).toBeCloseTo(Math.sqrt((left * (1 - left)) / n), 12)
        }
      }),
    )
  })

  it('survival falls, every event is counted once, and the order of rows changes nothing', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const found = curve(rows)
        expect(found.reduce((sum, { events }) => sum + events, 0)).toBe(rows.filter(([, event]) => event === 1).length)
        found.forEach(({ survival: share = Number.NaN, events }, i) => {
          expect(events).toBeGreaterThan(0)
          expect(share).toBeLessThan(found[i - 1]?.survival ?? 1)
        })
        expect(curve([...rows].reverse())).toEqual(found)
      }),
    )
  })

  it('asked for at each of its own times the curve is the same', () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const found = curve(rows)
        expect(
          curve(
            rows,
            found.map(({ time }) => time),
          ),
        ).toEqual(found)
      }),
    )
  })
})
