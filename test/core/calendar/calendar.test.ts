import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWeekday } from '../../../core/calendar/first-weekday.ts'
import { periodLabel, periodOf } from '../../../core/calendar/periods.ts'
import { typedPeriod } from '../../../core/calendar/typed-period.ts'
import { zoneDays } from '../../../core/calendar/zone-days.ts'
import { zoneOffset } from '../../../core/calendar/zone-offset.ts'

const day = (iso: string) => Date.parse(iso) / 86_400_000

describe('periods', () => {
  it.each([
    ['2024-12-31', 'MONTH', 1, '2024-12'],
    ['2024-12-31', 'QUARTER', 1, '2024-Q4'],
    ['2024-12-31', 'YEAR', 1, '2024'],
    ['2024-12-31', 'DAY', 1, '2024-12-31'],
    // a Tuesday
    ['2024-12-31', 'WEEK', 1, '2024-12-30'],
    ['2024-12-31', 'WEEK', 0, '2024-12-29'],
    ['2024-12-31', 'WEEK', 6, '2024-12-28'],
    ['2024-12-30', 'WEEK', 1, '2024-12-30'],
    ['2024-12-28', 'WEEK', 6, '2024-12-28'],
    ['1969-12-31', 'WEEK', 1, '1969-12-29'],
    ['1969-12-31', 'QUARTER', 1, '1969-Q4'],
  ] as const)('%s by %s from weekday %d is %s', (date, unit, weekStart, label) => {
    expect(periodLabel(periodOf(day(date), unit, weekStart), unit, weekStart)).toBe(label)
  })
})

describe('a typed period', () => {
  it.each(['', ' ', '2026-02-30', '2026-13', 'soon'])('%j is none', (text) => {
    for (const unit of ['DAY', 'WEEK', 'MONTH', 'QUARTER'] as const)
      expect(() => typedPeriod(text, unit)).toThrow(expect.objectContaining({ code: 'periodUnknown' }))
  })
})

describe('a zone in the first century', () => {
  it.each(['0001-06-01', '0099-12-01', '0100-01-20'])('is as far from UTC as later, on %s', (date) => {
    expect(zoneOffset(Date.parse(date), 'UTC')).toBe(0)
  })
})

describe('firstWeekday', () => {
  it.each([
    ['en_US', 0],
    ['en_GB', 1],
    ['zh_CN', 1],
    ['ar_EG', 6],
    ['pt-BR', 0],
    ['fa_ir', 6],
    ['zh_Hant_TW', 0],
    ['de', 1],
    ['id', 1],
    ['', 1],
    [undefined, 1],
  ] as const)('of %s is %d', (locale, weekday) => expect(firstWeekday(locale)).toBe(weekday))
})

describe('zoneDays', () => {
  const zones = ['Asia/Shanghai', 'America/Sao_Paulo', 'Europe/Dublin', 'Africa/Casablanca', 'Australia/Lord_Howe']

  function clock(timeZone: string) {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    return (instant: number) => format.format(instant)
  }

  function offsets(timeZone: string) {
    const local = clock(timeZone)
    return (instant: number) => Date.parse(`${local(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000
  }

  const instant = fc.integer({ min: Date.parse('1960-01-01'), max: Date.parse('2030-01-01') })

  it('finds the day that the calendar of the zone shows', () => {
    for (const zone of zones) {
      const { dayOf } = zoneDays(offsets(zone))
      const local = clock(zone)
      const shows = (at: number) => {
        expect(dayOf(at)).toBe(day(local(at).slice(0, 10)))
      }
      fc.assert(fc.property(instant, shows), { numRuns: 60 })
    }
  })

  it('is right to the second around each change of the clocks', () => {
    // Sao Paulo skipped midnight on 2018-11-04 and had it twice on 2018-02-18
    const zone = zoneDays(offsets('America/Sao_Paulo'))
    const at = (iso: string) => zone.dayOf(Date.parse(iso))
    expect(at('2018-11-04T02:59:59Z')).toBe(day('2018-11-03'))
    expect(at('2018-11-04T03:00:00Z')).toBe(day('2018-11-04'))
    expect(at('2018-02-18T02:00:00Z')).toBe(day('2018-02-17'))
    expect(at('2018-02-18T03:00:00Z')).toBe(day('2018-02-18'))
    expect(new Date(zone.startOf(day('2018-11-04'))).toISOString()).toBe('2018-11-04T03:00:00.000Z')
    expect(new Date(zone.startOf(day('2018-02-18'))).toISOString()).toBe('2018-02-18T03:00:00.000Z')
  })

  it('begins a day at its first instant', () => {
    for (const zone of zones) {
      const { dayOf, startOf } = zoneDays(offsets(zone))
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 21_000 }), (date) => {
          expect(dayOf(startOf(date))).toBe(date)
          expect(dayOf(startOf(date) - 1)).toBe(date - 1)
        }),
        { numRuns: 60 },
      )
    }
  })

  // London went forward at 01:00 on 2024-03-31 and back at 02:00 on 2024-10-27; Havana
  // had midnight twice on 2024-11-03; Samoa had no 2011-12-30
  it.each([
    ['Europe/London', '2024-03-31', '2024-03-31T00:00:00.000Z'],
    ['Europe/London', '2024-04-01', '2024-03-31T23:00:00.000Z'],
    ['Europe/London', '2024-10-27', '2024-10-26T23:00:00.000Z'],
    ['Europe/London', '2024-10-28', '2024-10-28T00:00:00.000Z'],
    ['America/Havana', '2024-11-03', '2024-11-03T04:00:00.000Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
  ])('begins in %s the day %s at %s', (timeZone, date, start) => {
    expect(new Date(zoneDays(offsets(timeZone)).startOf(day(date))).toISOString()).toBe(start)
  })

  it('finds the instant at which the clock shows a time, and what it shows at an instant', () => {
    for (const zone of zones) {
      const { clockOf, instantOf } = zoneDays(offsets(zone))
      const local = clock(zone)
      const shows = (at: number) => {
        const second = Math.floor(at / 1000) * 1000
        const shown = Date.parse(`${local(second).replace(' ', 'T')}Z`)
        expect(clockOf(second)).toBe(shown)
        expect(clockOf(instantOf(shown))).toBe(shown)
      }
      fc.assert(fc.property(instant, shows), { numRuns: 60 })
    }
  })

  it('asks for the offset a few times, however many dates there are', () => {
    let asked = 0
    const offsetAt = offsets('Europe/Dublin')
    const { dayOf } = zoneDays((at) => {
      asked += 1
      return offsetAt(at)
    })
    for (let i = 0; i < 20_000; i++) dayOf(Date.parse('2023-01-01') + i * 3_000_000)
    // 87 times eight days, and some 30 steps to each of four changes
    expect(asked).toBeLessThan(220)
  })
})
