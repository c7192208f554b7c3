import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BusinessCalendar,
  checkedCalendar,
  defaultCalendar,
  type WorkSpan,
} from '../../../core/complaint/business-calendar.ts'
import { businessMinutes } from '../../../core/complaint/business-minutes.ts'
import { deadline } from '../../../core/complaint/deadline.ts'
import { isIsoDay } from '../../../core/complaint/iso-day.ts'
import { isTimeZone, zonedInstant } from '../../../core/complaint/zoned-time.ts'
import { businessCalendars, instants } from './business-calendars.ts'

const allDay: WorkSpan[] = [['00:00', '24:00']]
const always = (timeZone: string): BusinessCalendar => ({ timeZone, week: Array(7).fill(allDay), specialDays: {} })
const sundays = (timeZone: string, ...spans: WorkSpan[]): BusinessCalendar => ({
  timeZone,
  week: [[], [], [], [], [], [], spans],
  specialDays: {},
})

/** Nine to six with lunch at noon; National Day week off, Saturday the 10th worked instead. */
const shanghai: BusinessCalendar = {
  ...defaultCalendar('Asia/Shanghai'),
  specialDays: {
    ...Object.fromEntries(['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, []])),
    '2026-10-10': [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
  },
}
const newYork = defaultCalendar('America/New_York')

/** Worked by hand: from, to, minutes. */
const cases: [string, BusinessCalendar, string, string, number][] = [
  ['a morning', shanghai, '2026-03-09T09:00+08:00', '2026-03-09T10:30+08:00', 90],
  ['before the morning', shanghai, '2026-03-09T06:00+08:00', '2026-03-09T09:00+08:00', 0],
  ['over lunch', shanghai, '2026-03-09T11:00+08:00', '2026-03-09T14:00+08:00', 120],
  ['from lunch into the evening', shanghai, '2026-03-09T12:30+08:00', '2026-03-09T22:00+08:00', 300],
  ['a whole week', shanghai, '2026-03-09T00:00+08:00', '2026-03-16T00:00+08:00', 5 * 480],
  ['over a weekend', shanghai, '2026-03-13T17:00+08:00', '2026-03-16T10:00+08:00', 120],
  ['within a weekend', shanghai, '2026-03-14T09:00+08:00', '2026-03-15T18:00+08:00', 0],
  ['over the National Day holidays', shanghai, '2026-09-30T17:00+08:00', '2026-10-08T10:00+08:00', 120],
  ['into a Saturday that is worked', shanghai, '2026-10-09T17:00+08:00', '2026-10-10T14:00+08:00', 300],
  ['to the second and millisecond', shanghai, '2026-03-09T09:00:00.250+08:00', '2026-03-09T09:00:30.250+08:00', 0.5],
  ['over the weekend when clocks go forward', newYork, '2026-03-06T17:00-05:00', '2026-03-09T10:00-04:00', 120],
  ['over the weekend when clocks go back', newYork, '2026-10-30T17:00-04:00', '2026-11-02T10:00-05:00', 120],
  ['a day of 23 hours', always('America/New_York'), '2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00', 23 * 60],
  ['a day of 25 hours', always('America/New_York'), '2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00', 25 * 60],
  ['a day of 23 and a half', always('Australia/Lord_Howe'), '2026-10-04T00:00+10:30', '2026-10-05T00:00+11:00', 1410],
  ['a day of 24 and a half', always('Australia/Lord_Howe'), '2026-04-05T00:00+11:00', '2026-04-06T00:00+10:30', 1470],
  ['the day that Samoa skipped', always('Pacific/Apia'), '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00', 2 * 1440],
  [
    'a start that is skipped',
    sundays('America/New_York', ['02:30', '05:00']),
    '2026-03-08T00:00-05:00',
    '2026-03-09T00:00-04:00',
    120,
  ],
  [
    'an end that is skipped',
    sundays('America/New_York', ['01:00', '02:30']),
    '2026-03-08T00:00-05:00',
    '2026-03-09T00:00-04:00',
    60,
  ],
  [
    'a start that comes twice',
    sundays('America/New_York', ['01:30', '03:00']),
    '2026-11-01T00:00-04:00',
    '2026-11-02T00:00-05:00',
    150,
  ],
  [
    'an end that comes twice',
    sundays('America/New_York', ['00:30', '01:30']),
    '2026-11-01T00:00-04:00',
    '2026-11-02T00:00-05:00',
    60,
  ],
  [
    'a night in London as clocks go forward',
    always('Europe/London'),
    '2026-03-28T22:00Z',
    '2026-03-29T06:00+01:00',
    7 * 60,
  ],
]

test.each(cases)('business minutes over %s', (_, calendar, from, to, minutes) => {
  expect(businessMinutes(Date.parse(from), Date.parse(to), calendar)).toBe(minutes)
  expect(businessMinutes(Date.parse(to), Date.parse(from), calendar)).toBe(0 - minutes)
})

const deadlines: [string, BusinessCalendar, string, number, string][] = [
  ['an hour from nine', shanghai, '2026-03-09T09:00+08:00', 60, '2026-03-09T10:00+08:00'],
  ['nothing', shanghai, '2026-03-08T09:00+08:00', 0, '2026-03-08T09:00+08:00'],
  ['an hour from the night before', shanghai, '2026-03-08T23:00+08:00', 60, '2026-03-09T10:00+08:00'],
  [
    'to the very end of the day, not the next morning',
    shanghai,
    '2026-03-09T17:00+08:00',
    60,
    '2026-03-09T18:00+08:00',
  ],
  ['one minute more', shanghai, '2026-03-09T17:00+08:00', 61, '2026-03-10T09:01+08:00'],
  ['to the start of lunch', shanghai, '2026-03-09T11:00+08:00', 60, '2026-03-09T12:00+08:00'],
  ['two days from Friday noon', shanghai, '2026-03-13T12:00+08:00', 960, '2026-03-17T12:00+08:00'],
  ['over the holidays', shanghai, '2026-09-30T17:00+08:00', 120, '2026-10-08T10:00+08:00'],
  ['over a change of clocks', newYork, '2026-03-06T17:00-05:00', 120, '2026-03-09T10:00-04:00'],
]

test.each(deadlines)('a deadline %s', (_, calendar, start, minutes, due) => {
  const found = deadline(Date.parse(start), minutes, calendar)
  expect(new Date(found).toISOString()).toBe(new Date(due).toISOString())
})

describe('laws', () => {
  const minutes = fc.integer({ min: 0, max: 3000 * 60_000 }).map((milliseconds) => milliseconds / 60_000)

  test('working time added and then measured gives back what was added', () => {
    fc.assert(
      fc.property(businessCalendars, instants, minutes, (calendar, [start], added) => {
        expect(businessMinutes(start, deadline(start, added, calendar), calendar)).toBeCloseTo(added, 9)
      }),
      { numRuns: 100 },
    )
  })

  test('the deadline of a measured span is its end, or where its working time ended', () => {
    fc.assert(
      fc.property(businessCalendars, instants, (calendar, [from, to]) => {
        const due = deadline(from, businessMinutes(from, to, calendar), calendar)
        expect(due).toBeLessThanOrEqual(to)
        expect(businessMinutes(due, to, calendar)).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  test('spans laid end to end add up, and none is longer than the clock on the wall', () => {
    fc.assert(
      fc.property(businessCalendars, instants, (calendar, [a, b, c]) => {
        const total = businessMinutes(a, c, calendar)
        expect(businessMinutes(a, b, calendar) + businessMinutes(b, c, calendar)).toBeCloseTo(total, 6)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual((c - a) / 60_000)
      }),
      { numRuns: 100 },
    )
  })

  test('a later start or a longer target is never due earlier', () => {
    fc.assert(
      fc.property(businessCalendars, instants, minutes, minutes, (calendar, [start], one, more) => {
        const due = deadline(start, one, calendar)
        expect(deadline(start, one + more, calendar)).toBeGreaterThanOrEqual(due)
        expect(deadline(start + more * 60_000, one, calendar)).toBeGreaterThanOrEqual(due)
      }),
      { numRuns: 100 },
    )
  })
})

const good = defaultCalendar('Asia/Shanghai')
const refused: [string, BusinessCalendar, string][] = [
  [
    'a zone nobody knows',
    { ...good, timeZone: 'Mars/Base' },
    '"Mars/Base" is no time zone. Use a name such as Asia/Shanghai.',
  ],
  [
    'hours that run backwards',
    { ...good, week: [[['18:00', '09:00']], [], [], [], [], [], []] },
    'The working hours 18:00 - 09:00 are not in order. Write times like 09:00, each stretch after the one before.',
  ],
  [
    'stretches that overlap',
    {
      ...good,
      specialDays: {
        '2026-10-10': [
          ['09:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
    },
    'The working hours 11:00 - 18:00 are not in order. Write times like 09:00, each stretch after the one before.',
  ],
  [
    'a time that is none',
    { ...good, week: [[['9', '18:00']], [], [], [], [], [], []] },
    'The working hours 9 - 18:00 are not in order. Write times like 09:00, each stretch after the one before.',
  ],
  ...(
    [
      ['0900', '18:00'],
      ['109:00', '18:00'],
      ['08:300', '18:00'],
      ['08:60', '18:00'],
      ['09:00', '25:00'],
      ['09:00', '24:30'],
      ['09:00', '18'],
      ['', '18:00'],
      ['09:00', '09:00'],
    ] as WorkSpan[]
  ).map(([from, to]): [string, BusinessCalendar, string] => [
    `a stretch ${from} to ${to}`,
    { ...good, week: [[[from, to]], [], [], [], [], [], []] },
    `The working hours ${from} - ${to} are not in order.`,
  ]),
  [
    'a day that is none',
    { ...good, specialDays: { '2026-02-30': [] } },
    '"2026-02-30" is no date. Write it like 2026-10-01.',
  ],
  [
    'a week without work',
    { ...good, week: Array(7).fill([]) },
    'No weekday has working hours. Give at least one day some.',
  ],
]
test.each(refused)('%s is refused', (_, calendar, message) => {
  expect(() => checkedCalendar(calendar)).toThrow(message)
})

test.each<[string, WorkSpan[]]>([
  ['round the clock', [['00:00', '24:00']]],
  ['in the last hours', [['20:00', '23:59']]],
  [
    'in two stretches without a break',
    [
      ['09:00', '12:00'],
      ['12:00', '19:30'],
    ],
  ],
])('work %s on one day of the week is enough', (_, spans) => {
  const calendar = { ...good, week: [[], spans, [], [], [], [], []] }
  expect(checkedCalendar(calendar)).toBe(calendar)
})

test.each([
  ['2026-03-09', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-3-9', false],
  ['26-03-09', false],
  ['+010000-01', false],
  ['', false],
])('"%s" is a day: %s', (text, is) => {
  expect(isIsoDay(text)).toBe(is)
})

test('a time zone is known by its name', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true)
  expect(isTimeZone('Mars/Base')).toBe(false)
})

test.each([
  ['a usual morning', '2026-03-28T09:00Z', 'Europe/London', '2026-03-28T09:00Z'],
  ['a time that is skipped is the moment of the change', '2026-03-29T01:30Z', 'Europe/London', '2026-03-29T01:00Z'],
  ['the same west of London', '2026-03-08T02:30Z', 'America/New_York', '2026-03-08T07:00Z'],
  ['the hour after the change', '2026-03-29T02:00Z', 'Europe/London', '2026-03-29T01:00Z'],
  ['a time that comes twice is the first', '2026-10-25T01:30Z', 'Europe/London', '2026-10-25T00:30Z'],
])('%s', (_, wall, timeZone, instant) => {
  expect(zonedInstant(Date.parse(wall), timeZone)).toBe(Date.parse(instant))
})
