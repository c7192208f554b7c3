import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zonedDayNumber } from '../../../core/calendar/zoned-time.ts'
import { newClock, startedClock, stoppedClock } from '../../../core/complaint/clock.ts'
import { defaultPolicy } from '../../../core/complaint/complaint-policy.ts'
import { type BusinessCalendar, defaultCalendar } from '../../../core/working-time/business-calendar.ts'
import { businessMinutes } from '../../../core/working-time/business-minutes.ts'
import { deadline } from '../../../core/working-time/deadline.ts'
import { workSpans } from '../../../core/working-time/work-spans.ts'
import { businessCalendars, instants, shiftCalendars } from './business-calendars.ts'

const WEEK = 7 * 86_400_000
const runs = { numRuns: 100 }
const minutes = fc.integer({ min: 0, max: 3000 * 60_000 }).map((milliseconds) => milliseconds / 60_000)
const calendars = fc.oneof(businessCalendars, shiftCalendars)

test('working time added and then measured gives back what was added', () => {
  fc.assert(
    fc.property(calendars, instants, minutes, (calendar, [start], added) => {
      expect(businessMinutes(start, deadline(start, added, calendar), calendar)).toBeCloseTo(added, 9)
    }),
    runs,
  )
})

test('the deadline of a measured span is its end, or where its working time ended', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, [from, to]) => {
      const due = deadline(from, businessMinutes(from, to, calendar), calendar)
      expect(due).toBeLessThanOrEqual(to)
      expect(businessMinutes(due, to, calendar)).toBe(0)
    }),
    runs,
  )
})

test('a deadline is the first such instant: a millisecond before, not all the time has passed', () => {
  fc.assert(
    fc.property(calendars, instants, minutes, (calendar, [start], added) => {
      fc.pre(added > 0)
      expect(businessMinutes(start, deadline(start, added, calendar) - 1, calendar)).toBeLessThan(added)
    }),
    runs,
  )
})

test('spans laid end to end add up, and none is longer than the clock on the wall', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, [a, b, c]) => {
      const total = businessMinutes(a, c, calendar)
      expect(businessMinutes(a, b, calendar) + businessMinutes(b, c, calendar)).toBeCloseTo(total, 6)
      expect(total).toBeGreaterThanOrEqual(0)
      expect(total).toBeLessThanOrEqual((c - a) / 60_000)
    }),
    runs,
  )
})

test('a target in two parts is due when it is in one', () => {
  fc.assert(
    fc.property(calendars, instants, minutes, minutes, (calendar, [start], one, more) => {
      expect(deadline(deadline(start, one, calendar), more, calendar)).toBe(deadline(start, one + more, calendar))
    }),
    runs,
  )
})

test('a later end, or an earlier start, is never less working time', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, [a, b, c]) => {
      expect(businessMinutes(a, c, calendar)).toBeGreaterThanOrEqual(businessMinutes(a, b, calendar))
      expect(businessMinutes(a, c, calendar)).toBeGreaterThanOrEqual(businessMinutes(b, c, calendar))
    }),
    runs,
  )
})

test('a later start or a longer target is never due earlier', () => {
  fc.assert(
    fc.property(calendars, instants, minutes, minutes, (calendar, [start, later], one, more) => {
      const due = deadline(start, one, calendar)
      expect(deadline(start, one + more, calendar)).toBeGreaterThanOrEqual(due)
      expect(deadline(later, one, calendar)).toBeGreaterThanOrEqual(due)
    }),
    runs,
  )
})

test('measured backwards, working time is the same below zero', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, [from, , to]) => {
      expect(businessMinutes(to, from, calendar)).toBe(0 - businessMinutes(from, to, calendar))
    }),
    runs,
  )
})

test('pausing a clock never makes it due earlier, and costs no more than the working time of the pause', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 1, max: 3000 }), (calendar, [start, from, to], target) => {
      const policy = { ...defaultPolicy('UTC'), calendar }
      const [startAt, fromAt, toAt] = [start, from, to].map((instant) => new Date(instant).toISOString()) as [
        string,
        string,
        string,
      ]
      const running = startedClock(newClock(target), startAt, policy)
      const due = running.dueAt as string
      const paused = stoppedClock(running, fromAt, policy)
      const again = startedClock(paused, toAt, policy)
      expect(again.dueAt! >= due).toBe(true)
      if (due < fromAt) expect(again.dueAt).toBe(due)
      else expect(paused.usedMinutes + businessMinutes(to, Date.parse(again.dueAt!), calendar)).toBeCloseTo(target, 6)
    }),
    runs,
  )
})

test('moved by whole weeks, where no clock and no special day is between, nothing changes', () => {
  const summer = fc.integer({ min: Date.parse('2026-05-01T00:00Z'), max: Date.parse('2026-07-01T00:00Z') })
  const weeks = fc.integer({ min: 1, max: 8 })
  fc.assert(
    fc.property(calendars, summer, summer, weeks, minutes, (given, one, other, count, added) => {
      const calendar = { ...given, specialDays: {} }
      const by = count * WEEK
      expect(businessMinutes(one + by, other + by, calendar)).toBe(businessMinutes(one, other, calendar))
      const target = added / 10
      expect(deadline(one + by, target, calendar)).toBe(deadline(one, target, calendar) + by)
    }),
    runs,
  )
})

test('a stretch cut in two, or a night cut at midnight, is as long as in one', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, [from, , to]) => {
      const cut: BusinessCalendar = {
        ...calendar,
        week: calendar.week.map((spans) =>
          spans.flatMap(([begin, end]) =>
            begin < '02:10' && end > '02:10'
              ? [[begin, '02:10'] as [string, string], ['02:10', end] as [string, string]]
              : [[begin, end] as [string, string]],
          ),
        ),
      }
      expect(businessMinutes(from, to, cut)).toBeCloseTo(businessMinutes(from, to, calendar), 6)
    }),
    runs,
  )
})

test('stretches of days in order are in order and never overlap, whatever clocks do', () => {
  fc.assert(
    fc.property(calendars, instants, (calendar, [from]) => {
      const first = zonedDayNumber(from, calendar.timeZone)
      const days = Array.from({ length: 40 }, (_, n) => workSpans(first + n, calendar)).flat()
      const edges = days.flat()
      expect(edges).toEqual([...edges].sort((a, b) => a - b))
    }),
    { numRuns: 30 },
  )
})

test('working round the clock is the clock on the wall', () => {
  fc.assert(
    fc.property(instants, ([from, , to]) => {
      for (const timeZone of ['Australia/Lord_Howe', 'Africa/Cairo', 'America/New_York']) {
        const calendar = { ...defaultCalendar(timeZone), week: Array(7).fill([['00:00', '24:00']]) }
        expect(businessMinutes(from, to, calendar)).toBe((to - from) / 60_000)
      }
    }),
    runs,
  )
})
