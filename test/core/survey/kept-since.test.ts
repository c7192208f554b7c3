import fc from 'fast-check'
import { safeParse } from 'valibot'
import { expect, test } from 'vitest'
import { daysAfter } from '../../../core/calendar/iso-day.ts'
import { keptSince, retentionMonthsSchema } from '../../../core/survey/kept-since.ts'

test.each([
  ['2026-03-01', 1, '2026-02-01'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2023-02-28'],
  ['2025-02-28', 12, '2024-02-28'],
  ['2026-05-31', 3, '2026-02-28'],
  ['2026-07-31', 1, '2026-06-30'],
  ['2026-01-31', 2, '2025-11-30'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-12-31', 120, '2016-12-31'],
])('on %s answers of the last %i months are those since %s', (today, months, since) => {
  expect(keptSince(today, months)).toBe(since)
})

test('nothing that expired comes back a day later, and longer keeping never keeps less', () => {
  const someDay = fc.integer({ min: 0, max: 40_000 }).map((days) => daysAfter('1990-01-01', days))
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 120 }), (today, months) => {
      const since = keptSince(today, months)
      expect(keptSince(daysAfter(today, 1), months) >= since).toBe(true)
      expect(keptSince(today, months + 1) < since).toBe(true)
      // The whole months have gone by: of the shortest, February, 28 days at least.
      expect(since <= daysAfter(today, -28 * months)).toBe(true)
    }),
  )
})

test('answers are kept for 1 to 120 whole months', () => {
  const isFit = (months: unknown) => safeParse(retentionMonthsSchema, months).success
  expect([1, 12, 120].every(isFit)).toBe(true)
  expect([0, -1, 1.5, 121, '12', null].some(isFit)).toBe(false)
})
